import { actions, does } from "./actions.js";

/* Buttons, wherever they stand on the page, by data-does; [data-when] shows itself where its node is chosen. They follow the text:
   pressed where their mark or block is, dimmed where they cannot. */
export function toolbar(desk) {
  const { root, editor } = desk;
  const buttons = [...root.querySelectorAll("button[data-does]")];
  const styles = [...root.querySelectorAll("select[data-styles]")];
  const rows = [...root.querySelectorAll("[data-when]")];
  let waiting = 0;

  const show = () => {
    waiting = 0;
    if (editor.isDestroyed) return;
    for (const row of rows) row.hidden = !editor.isEditable || !isIn(editor, row.dataset.when);
    for (const button of buttons) follow(editor, button);
    for (const select of styles) {
      const at = [...select.options].find(({ value }) => actions[value]?.is(editor));
      select.value = at?.value ?? "paragraph";
      select.disabled = !editor.isEditable;
    }
    root.dispatchEvent(new CustomEvent("writing:moved"));
  };
  const later = () => (waiting ||= requestAnimationFrame(show));

  root.addEventListener("mousedown", (event) => {
    if (event.target.closest("button[data-does]") && !event.target.closest("dialog")) event.preventDefault(); // the text keeps its selection
  });
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-does]");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    does(desk, button.dataset.does);
    button.closest("details[open]")?.removeAttribute("open");
  });
  styles.forEach((select) => select.addEventListener("change", () => does(desk, select.value)));
  root.querySelectorAll("[role=toolbar]").forEach(walked);
  editor.on("transaction", later);
  editor.on("focus", later);
  editor.on("update", later);
  show();
  return () => cancelAnimationFrame(waiting);
}

function isIn(editor, when) {
  if (when === "list") return ["listItem", "taskItem"].some((name) => editor.isActive(name));
  return when === "link" ? actions.link.is(editor) : editor.isActive(when);
}

function follow(editor, button) {
  const [name, value] = button.dataset.does.split(":");
  const action = actions[name];
  if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", String(!!action?.is?.(editor, value)));
  if (button.closest("[hidden]")) return;
  const isPossible = editor.isEditable && (action?.may?.(editor) ?? true);
  button.setAttribute("aria-disabled", String(!isPossible));
}

/* One stop for Tab; the arrows lead along, as toolbars do. */
function walked(bar) {
  const stops = () => [...bar.querySelectorAll("button, select, summary, input")].filter((one) => one.offsetParent);
  const all = [...bar.querySelectorAll("button, select, summary")];
  all.forEach((one, number) => number && (one.tabIndex = -1));
  bar.addEventListener("focusin", (event) => all.forEach((one) => (one.tabIndex = one === event.target ? 0 : -1)));
  bar.addEventListener("keydown", (event) => {
    if (event.target.matches("input") || event.isComposing) return;
    const list = stops();
    const at = list.indexOf(event.target.closest("button, select, summary"));
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    list[(next + list.length) % list.length].focus();
  });
}
