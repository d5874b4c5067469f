const PAUSE = 400; // milliseconds after the last key

/* The list of contents beside the text; pressing an entry leads there. */
export function outline({ root, editor }) {
  const list = root.querySelector("[data-editor-outline]");
  const empty = root.querySelector("[data-editor-outline-empty]");
  if (!list) return;
  let shown = "";
  let waiting;

  function draw() {
    const headings = [];
    editor.state.doc.forEach((node, at) => node.type.name === "heading" && headings.push({ at, level: node.attrs.level, words: node.textContent }));
    const key = JSON.stringify(headings.map(({ level, words }) => [level, words]));
    if (key === shown) return;
    shown = key;
    empty.hidden = headings.length > 0;
    list.replaceChildren(...headings.map(entry));
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
  draw();
}
