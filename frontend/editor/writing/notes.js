import { TextSelection } from "@tiptap/pm/state";
import { SIGNS } from "../extensions/signs.js";

/* A sign here, and room for the note at the end of the page, where the cursor goes. */
export function insertNote({ tr, state, dispatch }) {
  const { footnoteRef, footnotes, footnote, paragraph } = state.schema.nodes;
  const { $from } = state.selection;
  if (!$from.parent.inlineContent || $from.parent.type.spec.code || within($from, "footnote")) return false;
  if (!dispatch) return true;
  const id = newId(state.doc);
  tr.replaceSelectionWith(footnoteRef.create({ id }));
  const note = footnote.create({ id }, paragraph.create());
  const last = tr.doc.lastChild;
  const end = tr.doc.content.size;
  if (last.type === footnotes) tr.insert(end - 1, note);
  else tr.insert(end, footnotes.create(null, note));
  tr.setSelection(TextSelection.near(tr.doc.resolve(tr.doc.content.size), -1)).scrollIntoView();
  return true;
}

/* Two people may add a note at once: a random name is not taken twice. */
function newId(doc) {
  const used = new Set();
  doc.descendants((node) => node.type.name === "footnoteRef" && used.add(node.attrs.id));
  let id;
  do id = `n${Math.random().toString(36).slice(2, 8)}`; while (used.has(id));
  return id;
}

/* Backspace in an empty note takes it away together with its signs. */
export function removeEmptyNote({ tr, state, dispatch }) {
  const { $from, empty } = state.selection;
  const depth = within($from, "footnote");
  if (!empty || !depth || $from.parentOffset || $from.node(depth).textContent || $from.node(depth).childCount > 1) return false;
  if (!dispatch) return true;
  const { id } = $from.node(depth).attrs;
  const all = $from.node(depth - 1);
  if (all.childCount === 1) tr.delete($from.before(depth - 1), $from.after(depth - 1));
  else tr.delete($from.before(depth), $from.after(depth));
  const signs = [];
  tr.doc.descendants((node, at) => node.type.name === "footnoteRef" && node.attrs.id === id && signs.push(at));
  for (const at of signs.reverse()) tr.delete(at, at + 1);
  tr.setSelection(TextSelection.near(tr.doc.resolve(signs.length ? Math.min(...signs) : tr.doc.content.size), -1));
  return true;
}

export function within($from, ...names) {
  for (let depth = $from.depth; depth > 0; depth -= 1) if (names.includes($from.node(depth).type.name)) return depth;
  return 0;
}

/* A tree of the server as the editor has it: notes under names that nobody has yet, marks of signs as extensions/signs.js
   keeps them. */
export function received(blocks) {
  const names = new Map();
  const own = (id) => names.get(id) ?? names.set(id, `n${Math.random().toString(36).slice(2, 10)}`).get(id);
  const walk = ({ marks, ...node }) => ({
    ...node,
    ...(marks && SIGNS.includes(node.type) ? { attrs: { ...node.attrs, marks } } : marks ? { marks } : {}),
    ...(["footnote", "footnoteRef"].includes(node.type) ? { attrs: { ...node.attrs, ...(marks ? { marks } : {}), id: own(node.attrs.id) } } : {}),
    ...(node.content ? { content: node.content.map(walk) } : {}),
  });
  return blocks.map(walk);
}

/* Notes that came with what was pasted go to the others. */
export function addNotes(tr, schema, notes) {
  if (!notes.length) return tr;
  const made = notes.map((note) => schema.nodeFromJSON(note));
  const end = tr.doc.content.size;
  const last = tr.doc.lastChild;
  return last.type.name === "footnotes" ? tr.insert(end - 1, made) : tr.insert(end, schema.nodes.footnotes.create(null, made));
}
