import { icon, make } from "./extensions/elements.js";
import { word } from "./words.js";

/* Why what a field of the page says may not stand there, in words for the person; nothing where it may. A field knows by
   `required`, its type and `data-pattern` (PageForm); the server judges again whatever arrives. */
export function trouble(control) {
  const text = control.value.trim();
  if (control.required && control.type !== "checkbox" && !text) return word("value_missing");
  const { pattern, patternWords } = control.dataset;
  if (text && pattern && !new RegExp(`^(?:${pattern})$`).test(text)) return patternWords;
  return control.validity.valid ? "" : word("value_wrong");
}

/* The words stand below the field, and are read out. */
export function mark(control, why, config) {
  const id = `${control.id}_wrong`;
  let words = document.getElementById(id);
  if ((words?.textContent ?? "") === why) return;
  const others = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
  if (why) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  const described = why ? [...others, id] : others;
  if (described.length) control.setAttribute("aria-describedby", described.join(" "));
  else control.removeAttribute("aria-describedby");
  if (!why) return words.remove();
  if (!words) {
    words = make("span", { class: "err", id, role: "alert" });
    const field = control.closest(".field");
    field ? field.append(words) : control.after(words);
  }
  words.replaceChildren(icon(config, "circle-alert"), why);
}

export const label = (control) => control.labels[0].firstChild.textContent.trim();

/* Where it stands, though its tab is closed. */
export function lead(control) {
  const panel = control.closest("[role=tabpanel][hidden]");
  if (panel) document.getElementById(panel.getAttribute("aria-labelledby")).click();
  control.focus();
}
