import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/* What can be done here, where nothing is written yet. */
export function placeholder(words) {
  return new Plugin({
    props: {
      decorations({ doc }) {
        const only = doc.firstChild;
        if (doc.childCount !== 1 || only.type.name !== "paragraph" || only.content.size) return null;
        return DecorationSet.create(doc, [Decoration.node(0, only.nodeSize, { class: "is-empty", "data-placeholder": words })]);
      },
    },
  });
}
