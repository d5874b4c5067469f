import { TextSelection } from "@tiptap/pm/state";

const said = (text) => (text ? [{ type: "text", text }] : []);
const paragraph = (text = "") => ({ type: "paragraph", content: said(text) });
const cell = (text, type = "tableCell") => ({ type, content: [paragraph(text)] });
const row = (...cells) => ({ type: "tableRow", content: cells });

/* Puts blocks where the cursor is, in place of an empty line, and the cursor into the first words of them. */
export function put(editor, ...nodes) {
  return editor.chain().focus().command(({ tr, state }) => {
    const made = nodes.map((node) => state.schema.nodeFromJSON(node));
    const { $from } = tr.selection;
    const isEmpty = $from.parent.type.name === "paragraph" && !$from.parent.content.size;
    const isFit = isEmpty && $from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), made[0].type);
    const [from, to] = isFit ? [$from.before(), $from.after()] : room($from, made[0].type);
    if (from === null) return false;
    tr.replaceWith(from, to, made);
    const end = from + made.reduce((size, node) => size + node.nodeSize, 0);
    if (made[0].isAtom && !tr.doc.resolve(end).nodeAfter) tr.insert(end, state.schema.nodes.paragraph.create());
    tr.setSelection(TextSelection.near(tr.doc.resolve(made[0].isAtom ? end : from))).scrollIntoView();
    return true;
  }).run();
}

/* Behind the block the cursor is in, or the nearest frame that may hold such a one. */
function room($from, type) {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const index = $from.indexAfter(depth - 1);
    if ($from.node(depth - 1).canReplaceWith(index, index, type)) return [$from.after(depth), $from.after(depth)];
  }
  const end = $from.doc.content.size;
  return $from.doc.canReplaceWith($from.doc.childCount, $from.doc.childCount, type) ? [end, end] : [null, null];
}

function wrapped(editor, type, attrs, ...fallback) {
  const isIn = editor.isActive("paragraph") && !editor.isActive("table");
  if (isIn && editor.chain().focus().wrapIn(type, attrs).run()) return true;
  return put(editor, { type, attrs, content: fallback.length ? fallback : [paragraph()] });
}

export function table(rows, columns, hasHead = true) {
  const line = (type) => row(...Array.from({ length: columns }, () => cell("", type)));
  return { type: "table", content: Array.from({ length: rows }, (_, number) => line(hasHead && !number ? "tableHeader" : "tableCell")) };
}

function drug(word) {
  const rows = word("drug_rows").split("\n").map((name) => row(cell(name, "tableHeader"), cell("")));
  return { type: "table", attrs: { caption: word("drug") }, content: rows };
}

function checks(word) {
  const items = word("check_rows").split("\n").map((text) => ({ type: "taskItem", content: [paragraph(text)] }));
  return [{ type: "heading", attrs: { level: 3 }, content: said(word("check")) }, { type: "taskList", content: items }];
}

export const blocks = {
  callout: {
    run: (editor, _desk, kind = "提示") => wrapped(editor, "callout", { kind }),
    is: (editor) => editor.isActive("callout"),
  },
  box: { run: (editor) => wrapped(editor, "textBox", {}) },
  rule: { run: (editor) => put(editor, { type: "horizontalRule" }) },
  block: { run: (editor) => editor.chain().focus().toggleNode("codeBlock", "paragraph").run(), is: (editor) => editor.isActive("codeBlock") },
  flow: { run: (editor, { word }) => put(editor, { type: "codeBlock", attrs: { language: "mermaid" }, content: said(word("flow")) }) },
  details: {
    run: (editor, { word }) => put(editor, { type: "details", attrs: { open: false }, content: [
      { type: "detailsSummary", content: said(word("summary")) }, { type: "detailsContent", content: [paragraph()] }] }),
  },
  terms: {
    run: (editor, { word }) => put(editor, { type: "definitionList", content: [
      { type: "definitionTerm", content: said(word("term")) }, { type: "definitionDescription", content: [paragraph()] }] }),
  },
  drug: { run: (editor, { word }) => put(editor, drug(word)) },
  checks: { run: (editor, { word }) => put(editor, ...checks(word)) },
};
