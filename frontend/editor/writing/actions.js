import { TextSelection } from "@tiptap/pm/state";
import { listed } from "../extensions/lists.js";
import { linkOf, unlink } from "../extensions/signs.js";
import { blocks } from "./blocks.js";
import { step } from "./steps.js";
import { tableActions } from "./tables.js";

/* What a button, a menu or a key can do, by name: run(editor, desk), and whether it is on (is) or possible (may). */
const mark = (name) => ({
  run: (editor) => editor.chain().focus().toggleMark(name).run(),
  is: (editor) => editor.isActive(name),
  may: (editor) => !editor.isActive("codeBlock"),
});
const list = (name, item) => ({
  run: (editor) => {
    const own = itemAt(editor);
    if (own && own !== item) return listed(editor.chain().focus(), name).run();
    return editor.chain().focus().toggleList(name, item).run();
  },
  is: (editor) => editor.isActive(name),
});
const ITEMS = ["listItem", "taskItem"];

/* What the first words of the selection are an item of. */
function itemAt({ state: { doc, selection } }) {
  const inner = TextSelection.near(doc.resolve(selection.from)).$from;
  for (let depth = inner.depth; depth > 0; depth -= 1) {
    const { name } = inner.node(depth).type;
    if (ITEMS.includes(name)) return name;
  }
  return null;
}
const opens = (name) => ({ run: (editor, desk) => desk.open(name) });

const STYLES = ["paragraph", "heading-2", "heading-3", "heading-4"];

function style(name) {
  const level = Number(name.split("-")[1]);
  return {
    run: (editor) => editor.chain().focus().setNode(level ? "heading" : "paragraph", level ? { level } : {}).run(),
    is: (editor) => (level ? editor.isActive("heading", { level }) : editor.isActive("paragraph")),
  };
}

export const actions = {
  undo: { run: (editor) => editor.chain().focus().undo().run() },
  redo: { run: (editor) => editor.chain().focus().redo().run() },
  ...Object.fromEntries(STYLES.map((name) => [name, style(name)])),
  bold: mark("bold"),
  italic: mark("italic"),
  underline: mark("underline"),
  strike: mark("strike"),
  highlight: mark("highlight"),
  subscript: mark("subscript"),
  superscript: mark("superscript"),
  code: mark("code"),
  plain: { run: (editor) => editor.chain().focus().unsetAllMarks().run() },
  bullets: list("bulletList", "listItem"),
  numbers: list("orderedList", "listItem"),
  tasks: list("taskList", "taskItem"),
  deeper: { run: (editor) => moved(editor, "sinkListItem"), may: (editor) => can(editor, "sinkListItem") },
  higher: { run: (editor) => moved(editor, "liftListItem"), may: (editor) => can(editor, "liftListItem") },
  quote: { run: (editor) => editor.chain().focus().toggleWrap("blockquote").run(), is: (editor) => editor.isActive("blockquote") },
  link: { ...opens("link"), is: (editor) => linkOf(editor) !== null },
  unlink: { run: unlink },
  follow: { run: follow },
  width: { run: (editor, _desk, value) => width(editor, Number(value) || null) },
  table: opens("table"),
  include: opens("include"),
  regulation: opens("regulation"),
  keys: opens("keys"),
  find: { run: (editor, desk) => desk.find(false) },
  replace: { run: (editor, desk) => desk.find(true) },
  picture: { run: (editor, desk) => desk.choose("picture") },
  camera: { run: (editor, desk) => desk.choose("camera") },
  file: { run: (editor, desk) => desk.choose("file") },
  person: { run: (editor) => editor.chain().focus().insertContent("@").run() },
  page: { run: (editor) => editor.chain().focus().insertContent("[[").run() },
  note: { run: (editor) => editor.chain().focus().insertNote().run() },
  remove: { run: (editor) => editor.chain().focus().deleteSelection().run() },
  below: { run: below },
  ...blocks,
  ...tableActions,
};

const moved = (editor, command) => ITEMS.some((item) => editor.chain().focus()[command](item).run());
const can = (editor, command) => ITEMS.some((item) => editor.can()[command](item));

/* Where the link leads, in a window of its own. */
function follow(editor, { config }) {
  const href = linkOf(editor) ?? "";
  const [, kind, uid, part = ""] = /^(page|file):([^#]+)(#.*)?$/.exec(href) ?? [];
  const address = kind ? config[kind === "page" ? "read" : "view"].replace("UID", uid) + part : href;
  return !!window.open(address, "_blank", "noopener");
}

function width(editor, value) {
  const { from, node } = editor.state.selection;
  if (node?.type.name !== "image") return false;
  return editor.chain().command(({ tr }) => !!tr.setNodeAttribute(from, "width", value)).setNodeSelection(from).focus().run();
}

/* A new line under the outermost frame the cursor is in: out of tables, callouts and the last code of a page. */
function below(editor) {
  const { $from } = editor.state.selection;
  const inNotes = $from.node(1)?.type.name === "footnotes";
  const at = $from.depth && !inNotes ? $from.after(1) : editor.state.doc.content.size;
  return editor.chain().command(({ tr, state }) => {
    tr.insert(inNotes ? $from.before(1) : at, state.schema.nodes.paragraph.create());
    tr.setSelection(TextSelection.create(tr.doc, (inNotes ? $from.before(1) : at) + 1)).scrollIntoView();
    return true;
  }).focus().run();
}

export function does(desk, name) {
  const [kind, value] = name.split(":");
  const { editor } = desk;
  if (!["undo", "redo"].includes(kind)) step(editor);
  return editor.isEditable && actions[kind]?.run(editor, desk, value);
}
