import { locate, nodesBetween, textOf } from "./passages.js";

/* Marks the passages that comments on the page name; `label` says how many, for who does not see the mark. */
export function mark(text, label) {
  text.querySelectorAll(".noted-sign").forEach((sign) => sign.remove());
  text.querySelectorAll(".noted").forEach((each) => each.replaceWith(...each.childNodes));
  text.normalize();
  document.querySelectorAll("#comments [data-quote]").forEach((said) => markOne(text, said.dataset, label));
}

function markOne(text, said, label) {
  const words = textOf(text);
  const place = locate(words.text, said);
  if (!place) return;
  let last = null;
  for (const { node, from, to } of nodesBetween(words, ...place)) {
    const part = from ? node.splitText(from) : node;
    if (to - from < part.length) part.splitText(to - from);
    if (!part.data.trim()) continue;
    last = Object.assign(document.createElement("mark"), { className: "noted" });
    last.dataset.talk = said.comment;
    part.replaceWith(last);
    last.append(part);
  }
  last?.after(sign(said, label));
}

function sign({ comment, count }, label) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "noted-sign no-print", textContent: count });
  button.dataset.talk = comment;
  button.setAttribute("aria-label", label.replace("%", count));
  return button;
}

/* The comments come with what stands below the text; somebody wants them now. */
export function want() {
  if (document.getElementById("comments")) return;
  document.querySelector("[data-talk-later]")?.dispatchEvent(new Event("talk-wanted"));
}

/* Safari 14 knows no <dialog>: there it simply appears in the page. */
export function open(dialog) {
  if (dialog.open) return;
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
}
