import { Node } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { attributes, isNote, named } from "./attributes.js";
import { insertNote, removeEmptyNote } from "../writing/notes.js";

const Reference = Node.create({
  name: "footnoteRef",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => attributes({ id: "" }, { id: isNote }),
  parseHTML: () => [{ tag: "sup[data-note]", getAttrs: named("id", isNote) }],
  renderHTML: ({ HTMLAttributes }) => ["sup", { ...HTMLAttributes, "data-note": "", class: "ed-note-ref" }],
  addCommands: () => ({ insertNote: () => insertNote }),
  addProseMirrorPlugins: () => [numbering()],
});

const Notes = Node.create({
  name: "footnotes",
  content: "footnote+",
  defining: true,
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: "ol[data-notes]" }],
  renderHTML: () => ["ol", { "data-notes": "", class: "footnote ed-notes" }, 0],
});

const Note = Node.create({
  name: "footnote",
  content: "block+",
  defining: true,
  isolating: true,
  addAttributes: () => attributes({ id: "" }, { id: isNote }),
  parseHTML: () => [{ tag: "li[data-note]", getAttrs: named("id", isNote) }],
  renderHTML: ({ HTMLAttributes }) => ["li", { ...HTMLAttributes, "data-note": "" }, 0],
  addKeyboardShortcuts: () => ({ Backspace: ({ editor }) => editor.commands.command(removeEmptyNote) }),
});

/* Notes are numbered in the order of their signs, as on the page. */
function numbering() {
  const key = new PluginKey("notes");
  return new Plugin({
    key,
    state: {
      init: (_config, { doc }) => numbers(doc),
      apply: (tr, before) => (tr.docChanged ? numbers(tr.doc) : before),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function numbers(doc) {
  if (doc.lastChild?.type.name !== "footnotes") return DecorationSet.empty;
  const known = new Map();
  const found = [];
  const number = (id) => known.get(id) ?? known.set(id, String(known.size + 1)).get(id);
  doc.descendants((node, at) => {
    const { name } = node.type;
    if (name === "footnoteRef") found.push(Decoration.node(at, at + 1, { "data-number": number(node.attrs.id) }));
    else if (name === "footnote") found.push(Decoration.node(at, at + node.nodeSize, { "data-number": number(node.attrs.id) }));
  });
  return DecorationSet.create(doc, found);
}

export const notes = [Reference, Notes, Note];
