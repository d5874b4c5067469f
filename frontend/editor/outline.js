import { word } from "./words.js";

const PAUSE = 400; // milliseconds after the last key
const LETTERS = "0-9A-Za-z\\u00c0-\\u024f\\u0370-\\u03ff";
const WORDS = new RegExp(`\\p{Script=Han}|[${LETTERS}]+(?:[.,'’-][${LETTERS}]+)*`, "gu"); // 血钾 6.5 mmol/L: five

/* The list of contents beside the text: pressing an entry leads there, the one the cursor is in is marked. And how long it is. */
export function outline({ root, editor }) {
  const list = root.querySelector("[data-editor-outline]");
  const empty = root.querySelector("[data-editor-outline-empty]");
  if (!list) return;
  const count = root.querySelector("[data-editor-count]");
  let shown = "";
  let waiting;

  function draw() {
    const headings = [];
    editor.state.doc.forEach((node, at) => node.type.name === "heading" && headings.push({ at, level: node.attrs.level, words: node.textContent }));
    if (count) count.textContent = word("characters", { count: editor.getText({ blockSeparator: "\n" }).match(WORDS)?.length ?? 0 });
    const key = JSON.stringify(headings.map(({ level, words }) => [level, words]));
    if (key === shown) return;
    shown = key;
    empty.hidden = headings.length > 0;
    list.replaceChildren(...headings.map(entry));
    mark();
  }

  /* Where the cursor is: below the last heading before it. */
  function mark() {
    const { from } = editor.state.selection;
    let at = -1;
    editor.state.doc.forEach((node, place) => (at += Number(node.type.name === "heading" && place < from)));
    list.querySelectorAll("button").forEach((button, number) => (number === at ? button.setAttribute("aria-current", "true") : button.removeAttribute("aria-current")));
  }

  function entry({ level, words }, number) {
    const item = Object.assign(document.createElement("li"), { className: `toc-${level}` });
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    button.addEventListener("click", () => go(number));
    item.append(button);
    return item;
  }

  function go(number) {
    let seen = -1;
    editor.state.doc.forEach((node, at) => {
      if (node.type.name !== "heading" || ++seen !== number) return;
      editor.commands.setTextSelection(at + 1 + node.content.size);
      editor.view.focus();
      editor.view.nodeDOM(at)?.scrollIntoView({ block: "center" });
    });
  }

  editor.on("update", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, PAUSE);
  });
  editor.on("selectionUpdate", mark);
  draw();
}
