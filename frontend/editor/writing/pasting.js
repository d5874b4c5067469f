import { Fragment, Slice } from "@tiptap/pm/model";
import { handlePaste as pasteCells } from "@tiptap/pm/tables";
import { make } from "../extensions/elements.js";
import { say } from "../asking.js";
import { addNotes, received } from "./notes.js";
import { rowsOf } from "./rows.js";
import { step } from "./steps.js";
import { send } from "./uploads.js";
import { standIn } from "./waiting.js";

const SHAPED = /<(h[1-6]|ul|ol|dl|table|p|a|b|strong|i|em|u|s|del|mark|su[bp]|img|pre|code|blockquote)[\s>]/i;
const OWN = /data-pm-slice=/; // copied within an editor: the tree itself
const ON_DISK = /<img\b[^>]*(file:|[a-z]:[\\/])/i; // Word names its pictures so; they are in the RTF beside it
const MOST_RTF = 32 * 1024 * 1024;
const MOST_FILES = 30;
const PATIENCE = 20000; // milliseconds until the plain words are put there instead

/* What was copied with its form goes to the server and comes back as a tree, put in as one step that undo takes back.
   Files are sent. Without a form, within code, or with Ctrl+Shift+V the plain words are pasted as ever. */
export function pasted(desk, view, event) {
  const carried = event.clipboardData;
  if (!carried || !view.editable) return false;
  const html = carried.getData("text/html");
  const words = carried.getData("text/plain");
  if (view.state.selection.$from.parent.type.spec.code) return false;
  if (OWN.test(html)) return false;
  const files = [...carried.files];
  if (files.length && !hasWords(html)) return files.forEach((file) => send(desk, file)) ?? true;
  if (SHAPED.test(html) && !view.input?.shiftKey) {
    const beside = ON_DISK.test(html) ? { rtf: carried.getData("text/rtf"), files: files.filter(({ type }) => type.startsWith("image/")).slice(0, MOST_FILES) } : {};
    bring(desk, html, words, beside);
    return true;
  }
  const table = rowsOf(words);
  if (!table || view.input?.shiftKey) return false;
  step(desk.editor);
  place(desk.editor, view.state.selection, [table], event);
  return true;
}

export function dropped(desk, view, event) {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (!files.length || !view.editable) return false;
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.to;
  files.forEach((file) => send(desk, file, at));
  event.preventDefault();
  return true;
}

async function bring(desk, html, words, beside) {
  const { editor, word } = desk;
  const { from, to } = editor.state.selection;
  if (from !== to && !editor.state.selection.$anchorCell) editor.commands.deleteSelection();
  const done = standIn(editor, editor.state.selection.from, make("span", { class: "ed-sending", contenteditable: "false" }, word("pasting")));
  const told = await ask(desk, html, beside);
  done((at) => {
    if (!editor.isEditable) return;
    step(editor);
    if (told.tree) {
      const { selection } = editor.state;
      const isThere = selection.$anchorCell || selection.from === at;
      place(editor, isThere ? selection : editor.state.doc.resolve(at), told.tree.content ?? []);
    } else editor.view.dispatch(editor.state.tr.insertText(words, at));
    step(editor);
  });
  if (told.error || told.lost) say(told.error || told.lost, "warning");
}

async function ask({ config, word }, html, { rtf = "", files = [] }) {
  const data = new FormData();
  data.append("html", new Blob([html], { type: "text/html" }), "paste.html");
  if (rtf && rtf.length <= MOST_RTF) data.append("rtf", new Blob([rtf], { type: "text/rtf" }), "paste.rtf");
  for (const file of files) data.append("files", file, file.name);
  data.append("page", config.page);
  data.append("as", "tree");
  const headers = { ...JSON.parse(document.body.getAttribute("hx-headers") || "{}"), "HX-Request": "true" };
  try {
    const answer = await Promise.race([
      fetch(config.paste, { method: "POST", headers, body: data, credentials: "same-origin" }),
      new Promise((_, fail) => setTimeout(fail, PATIENCE)),
    ]);
    return await answer.json();
  } catch (_error) {
    return { error: word("not_pasted") };
  }
}

/* A table into the cells it was pasted on, one line into the line, everything else as blocks. */
function place(editor, where, given, event = null) {
  const { state, view } = editor;
  const all = received(given);
  const notes = all.filter(({ type }) => type === "footnotes").flatMap(({ content }) => content);
  const nodes = all.filter(({ type }) => type !== "footnotes").map((block) => state.schema.nodeFromJSON(block));
  if (!nodes.length) return;
  const [first] = nodes;
  const isOne = nodes.length === 1;
  const blocks = new Slice(Fragment.from(nodes), 0, 0);
  if (where.from === undefined) editor.commands.setTextSelection(where.pos);
  if (isOne && first.type.name === "table" && pasteCells(view, event, blocks)) return;
  const isLine = isOne && first.type.name === "paragraph";
  const tr = view.state.tr.replaceSelection(isLine ? new Slice(first.content, 0, 0) : blocks);
  view.dispatch(addNotes(tr, state.schema, notes).scrollIntoView().setMeta("paste", true));
}

function hasWords(html) {
  return !!html && !!new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
}
