import { make } from "../extensions/elements.js";
import { ask } from "./offering.js";

const PAUSE = 200; // milliseconds after the last key

/* Pages by title, pinyin or initials within a window; where the window has a place for them, the page's sections follow.
   `take(hit, form, part)`. */
export function searching({ root, config }, { window: name, take }) {
  const dialog = root.querySelector(`dialog[data-window="${name}"]`);
  const box = dialog?.querySelector("[data-search]");
  const list = dialog?.querySelector("[data-hits]");
  const parts = dialog?.querySelector("[data-parts]");
  if (!box || !list) return;
  const form = dialog.querySelector("form").elements;
  let waiting = 0;

  const look = async () => {
    const words = box.value.trim();
    const hits = words ? await ask(config, ["page"], words) : [];
    if (words !== box.value.trim()) return;
    list.replaceChildren(...hits.map((hit) => option(hit.title, hit.path, () => chosen(hit))));
    list.hidden = !hits.length;
    dialog.querySelector("[data-none]").hidden = !words || hits.length > 0;
    if (parts) parts.hidden = true;
  };
  box.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(look, PAUSE);
  });
  box.addEventListener("compositionend", () => (waiting = setTimeout(look, PAUSE)));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    list.querySelector("button")?.click();
  });
  dialog.addEventListener("close", () => {
    box.value = "";
    list.hidden = true;
    if (parts) parts.hidden = true;
  });

  async function chosen(hit) {
    if (!parts) return take(hit, form);
    const found = await sections(config, hit.uid);
    parts.replaceChildren(option(hit.title, parts.dataset.whole, () => take(hit, form)), ...found.map((part) => option(part.label, "", () => take(hit, form, part))));
    list.hidden = true;
    parts.hidden = false;
    parts.querySelector("button").focus();
  }
}

function option(label, note, run) {
  const button = make("button", { type: "button" }, make("span", { class: "ell" }, label));
  if (note) button.append(make("span", { class: "t3 mini push" }, note));
  button.addEventListener("click", run);
  return button;
}

/* The headings and articles of a page, from the page as this reader sees it. */
async function sections(config, uid) {
  try {
    const answer = await fetch(config.read.replace("UID", uid), { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
    return [...page.querySelectorAll(".prose [id]")].filter(({ id, tagName }) => /^H[1-6]$/.test(tagName) || /^第.+条/.test(id))
      .map((place) => ({ anchor: place.id, label: /^H/.test(place.tagName) ? place.textContent.replace(/#$/, "").trim() : place.id }));
  } catch (_error) {
    return [];
  }
}
