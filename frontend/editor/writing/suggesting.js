import { Plugin, PluginKey } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

export const suggestingKey = new PluginKey("suggesting");

/* Watches what stands before the cursor. `finders` are [{ kind, find }]; find(words before the cursor) answers
   { size, query } or null. Only own typing opens; a composition, a selection and code keep it shut.
   `menu`: { show(view, found), hide(), keys(event) -> taken } */
export function suggesting({ finders, menu, editor }) {
  return new Plugin({
    key: suggestingKey,
    state: {
      init: () => null,
      apply(tr, before, _old, state) {
        const said = tr.getMeta(suggestingKey);
        if (said?.close) return { shut: state.selection.from };
        if (editor.view.composing && !said?.look) return null;
        if (tr.getMeta(ySyncPluginKey) && !before?.kind) return before;
        if (!tr.docChanged && !said?.look && !before?.kind) return null;
        const found = look(state, finders);
        return found && before?.shut && found.from < before.shut ? before : found;
      },
    },
    props: {
      handleKeyDown(view, event) {
        if (!suggestingKey.getState(view.state)?.kind || isComposing(view, event)) return false;
        if (event.key === "Escape") {
          close(view);
          return true;
        }
        return menu.keys(event);
      },
      handleDOMEvents: {
        compositionend: (view) => {
          setTimeout(() => !view.isDestroyed && !view.composing && view.dispatch(view.state.tr.setMeta(suggestingKey, { look: true })), 60);
          return false;
        },
        blur: (view) => {
          setTimeout(() => !view.isDestroyed && !view.hasFocus() && close(view), 200);
          return false;
        },
      },
    },
    view: () => ({
      update(view, before) {
        const [found, old] = [suggestingKey.getState(view.state), suggestingKey.getState(before)];
        if (found?.kind && view.editable) {
          if (!old?.kind || old.query !== found.query || old.from !== found.from) menu.show(view, found);
        } else if (old?.kind) menu.hide();
      },
      destroy: () => menu.hide(),
    }),
  });
}

export const isComposing = (view, event) => view.composing || event.isComposing || event.keyCode === 229;

export function close(view) {
  if (suggestingKey.getState(view.state)?.kind) view.dispatch(view.state.tr.setMeta(suggestingKey, { close: true }));
}

function look(state, finders) {
  const { empty, $from } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  if ($from.marks().some(({ type }) => type.name === "code")) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 60), $from.parentOffset, "\n", "\ufffc");
  for (const { kind, find } of finders) {
    const found = find(before);
    if (found) return { kind, query: found.query, from: $from.pos - found.size, to: $from.pos };
  }
  return null;
}

/* What opens: “/” where a word could begin, so that mg/kg and 次/日 stay as they are; “@” unless it is an address. */
export const FINDERS = [
  { kind: "insert", find: (text) => matched(/(?:^|\s)(\/([^\s/]{0,20}))$/, text) ?? matched(/^(、([^\s、]{0,20}))$/, text) },
  { kind: "page", find: (text) => matched(/((?:\[\[|【【)([^[\]【】\ufffc]{0,40}))$/, text) },
  { kind: "person", find: (text) => matched(/(?:^|[^\w.@＠-])([@＠]([^\s@＠[\]，。、；：！？,;:()（）\ufffc]{0,20}))$/, text) },
];

function matched(pattern, text) {
  const found = pattern.exec(text);
  return found && { size: found[1].length, query: found[2] };
}
