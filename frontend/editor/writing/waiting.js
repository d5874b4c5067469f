import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { anchored } from "./anchors.js";

export const waitingKey = new PluginKey("waiting");

/* What is on its way stands in the text of this browser alone, until it is there. */
export function waitingPlugin() {
  return new Plugin({
    key: waitingKey,
    state: {
      init: () => [],
      apply(tr, before) {
        const said = tr.getMeta(waitingKey);
        if (said?.add) return [...before, said.add];
        return said?.gone ? before.filter((one) => one !== said.gone) : before;
      },
    },
    props: {
      decorations(state) {
        const all = waitingKey.getState(state);
        if (!all.length) return null;
        return DecorationSet.create(state.doc, all.map((one) => Decoration.widget(Math.min(one.place.at, state.doc.content.size), one.element, { key: one.key, side: -1 })));
      },
    },
  });
}

let number = 0;

/* Shows `element` at the position; `done(insert)` takes it away and calls insert(position). */
export function standIn(editor, at, element) {
  const one = { key: `waiting-${(number += 1)}`, place: anchored(editor, at), element };
  editor.view.dispatch(editor.state.tr.setMeta(waitingKey, { add: one }).setMeta("addToHistory", false));
  return (insert) => {
    if (editor.isDestroyed) return;
    const place = one.place.at;
    one.place.release();
    editor.view.dispatch(editor.state.tr.setMeta(waitingKey, { gone: one }).setMeta("addToHistory", false));
    insert?.(place);
  };
}
