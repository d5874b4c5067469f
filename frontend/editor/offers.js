import { word } from "./words.js";

/* What can be done when the line does not serve: links and buttons for the notices. */
export function offers({ config, provider, written }) {
  const link = (name, href, more = {}) => Object.assign(document.createElement("a"), { className: "btn btn-sm", textContent: word(name), href, ...more });
  const button = (name, run) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm", textContent: word(name) });
    made.addEventListener("click", () => run(made));
    return made;
  };
  const made = {
    plain: () => link("act_plain", config.urls.plain),
    draft: () => link("act_draft", config.urls.draft),
    library: () => link("act_library", config.urls.library),
    sign_in: () => link("act_sign_in", config.urls.sign_in, { target: "_blank", rel: "noopener" }),
    again: () => button("act_again", () => provider.connect()),
    reload: () => button("act_reload", () => location.reload()),
    copy: () => button("act_copy", (pressed) => copy(written(), pressed)),
  };
  return (act) => made[act]?.();
}

async function copy({ html, text }, pressed) {
  try {
    const blobs = { "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([text], { type: "text/plain" }) };
    await navigator.clipboard.write([new ClipboardItem(blobs)]);
    pressed.textContent = word("copied");
  } catch (_error) {
    select(text, pressed); // without https, or forbidden: the person copies with the keyboard
  }
}

function select(text, pressed) {
  const area = Object.assign(document.createElement("textarea"), { className: "textarea", value: text, readOnly: true, rows: 8 });
  area.setAttribute("aria-label", word("act_copy"));
  pressed.closest(".callout").after(area);
  area.select();
}
