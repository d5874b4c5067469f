import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { AddMarkStep, RemoveMarkStep } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

export const SIGNS = ["image", "file", "mention", "footnoteRef", "place"];
const KEY = new PluginKey("signMarks");

/* y-tiptap keeps the marks of words only. Those of pictures and signs (a picture that is a link, a mention in bold) stand
   in an attribute; content/together/fragments.py writes and reads it there. What one does here is put there at once. */
export const SignMarks = Extension.create({
  name: "signMarks",
  addGlobalAttributes: () => [{ types: SIGNS, attributes: { marks: { default: null, rendered: false } } }],
  addProseMirrorPlugins: () => [new Plugin({ key: KEY, appendTransaction: kept })],
});

function kept(transactions, _before, { doc, tr }) {
  const own = transactions.filter((one) => one.docChanged && !one.getMeta(ySyncPluginKey) && !one.getMeta(KEY));
  if (!own.some(({ steps }) => steps.some(isOfMarks))) return null;
  const gone = own.flatMap(removed);
  doc.descendants((node, at) => {
    if (!isSign(node)) return;
    const had = node.attrs.marks ?? [];
    const stays = had.filter(({ type }) => !gone.some((one) => one.type === type && one.from <= at && at < one.to));
    const come = node.marks.map((mark) => mark.toJSON());
    if (!come.length && stays.length === had.length) return;
    const marks = [...stays.filter(({ type }) => !come.some((one) => one.type === type)), ...come];
    tr.setNodeAttribute(at, "marks", marks.length ? marks : null).removeMark(at, at + node.nodeSize);
  });
  return tr.docChanged ? tr.setMeta(KEY, true) : null;
}

const isSign = (node) => SIGNS.includes(node?.type.name);

function isOfMarks(step) {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return true;
  let isMarked = false;
  step.slice?.content.descendants((node) => void (isMarked ||= isSign(node) && node.marks.length > 0));
  return isMarked;
}

/* From the first to the last place a mark was taken from: the sign between has none that ProseMirror would see. */
function removed({ steps }) {
  const spans = new Map();
  for (const step of steps) {
    if (!(step instanceof RemoveMarkStep)) continue;
    const { name } = step.mark.type;
    const span = spans.get(name) ?? { type: name, from: step.from, to: step.to };
    spans.set(name, { type: name, from: Math.min(span.from, step.from), to: Math.max(span.to, step.to) });
  }
  return [...spans.values()];
}

/* Where the chosen picture or sign, or the words at the cursor, lead; null where they do not. */
export function linkOf(editor) {
  const { node } = editor.state.selection;
  if (!isSign(node)) return editor.isActive("link") ? editor.getAttributes("link").href : null;
  return node.attrs.marks?.find(({ type }) => type === "link")?.attrs.href ?? null;
}

export const isChosen = ({ state }) => isSign(state.selection.node);

export function unlink(editor) {
  const { from, node } = editor.state.selection;
  if (!isSign(node)) return editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
  const marks = (node.attrs.marks ?? []).filter(({ type }) => type !== "link");
  return editor.chain().command(({ tr }) => !!tr.setNodeAttribute(from, "marks", marks.length ? marks : null)).setNodeSelection(from).focus().run();
}
