import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

export const findingKey = new PluginKey("finding");
const NOTHING = { words: "", hits: [], at: -1, shown: DecorationSet.empty };
const MOST = 2000;

/* Marks all places of the words that are looked for; the editor's own Ctrl+F, for the text of others moves meanwhile. */
export function findingPlugin() {
  return new Plugin({
    key: findingKey,
    state: {
      init: () => NOTHING,
      apply(tr, before) {
        const said = tr.getMeta(findingKey);
        if (said?.words === "") return NOTHING;
        if (said) return drawn(tr.doc, said.words ?? before.words, said.at ?? before.at);
        return before.words && tr.docChanged ? drawn(tr.doc, before.words, before.at) : before;
      },
    },
    props: { decorations: (state) => findingKey.getState(state).shown },
  });
}

function drawn(doc, words, wanted) {
  const hits = places(doc, words);
  const at = hits.length ? Math.min(Math.max(wanted, 0), hits.length - 1) : -1;
  const shown = hits.map(([from, to], place) => Decoration.inline(from, to, { class: place === at ? "ed-hit is-on" : "ed-hit" }));
  return { words, hits, at, shown: DecorationSet.create(doc, shown) };
}

/* Large and small letters are the same, full and half width are not. */
export function places(doc, words) {
  const [found, wanted] = [[], words.toLowerCase()];
  if (!wanted) return found;
  doc.descendants((block, start) => {
    if (!block.isTextblock) return found.length < MOST;
    const text = block.textBetween(0, block.content.size, "\ufffc", "\ufffc");
    const small = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
    for (let at = small.indexOf(wanted); at >= 0 && found.length < MOST; at = small.indexOf(wanted, at + wanted.length)) {
      found.push([start + 1 + at, start + 1 + at + wanted.length]); // an atom counts as one in both
    }
    return false;
  });
  return found;
}


/* The bar over the text: next, before, replace, all, with how many there are. */
export function finding(desk) {
  const { root, editor, word } = desk;
  const bar = root.querySelector("[data-finding]");
  if (!bar) return;
  const part = (name) => bar.querySelector(`[data-find="${name}"]`);
  const [wanted, instead, said] = [part("words"), part("instead"), part("said")];
  const state = () => findingKey.getState(editor.state);
  const tell = (meta) => editor.view.dispatch(editor.state.tr.setMeta(findingKey, meta));
  const show = () => {
    const { words, hits, at } = state();
    said.textContent = !words ? "" : hits.length ? word("found", { at: at + 1, all: hits.length }) : word("not_found");
  };
  const go = (step) => {
    const { hits, at } = state();
    if (!hits.length) return;
    tell({ at: (at + step + hits.length) % hits.length });
    editor.view.dom.querySelector(".ed-hit.is-on")?.scrollIntoView({ block: "center" });
    show();
  };
  const seek = () => {
    const { from } = editor.state.selection;
    const first = places(editor.state.doc, wanted.value).findIndex(([start]) => start >= from);
    tell({ words: wanted.value, at: Math.max(first, 0) });
    if (wanted.value) go(0);
    show();
  };
  const swap = (all) => {
    const { hits, at, words } = state();
    const chosen = (all ? hits : hits.slice(at, at + 1)).slice().reverse();
    if (!chosen.length || !editor.isEditable) return;
    const tr = chosen.reduce((made, [from, to]) => (instead.value ? made.insertText(instead.value, from, to) : made.delete(from, to)), editor.state.tr);
    editor.view.dispatch(tr.setMeta(findingKey, { words, at: all ? 0 : at }));
    show();
    if (all) said.textContent = word("replaced", { count: chosen.length });
  };

  desk.find = (isReplacing) => {
    const { from, to, empty } = editor.state.selection;
    bar.hidden = false;
    part("replacing").hidden = !isReplacing || !editor.isEditable;
    if (!empty) wanted.value = editor.state.doc.textBetween(from, to, " ").slice(0, 80);
    wanted.focus();
    wanted.select();
    seek();
  };
  const close = () => {
    const { hits, at } = state();
    bar.hidden = true;
    tell({ words: "" });
    if (hits[at]) editor.commands.command(({ tr }) => !!tr.setSelection(TextSelection.create(tr.doc, ...hits[at])));
    editor.commands.focus();
  };
  const presses = { next: () => go(1), before: () => go(-1), one: () => swap(false), all: () => swap(true), close };
  bar.addEventListener("click", (event) => presses[event.target.closest("button")?.dataset.find]?.());
  wanted.addEventListener("input", (event) => event.isComposing || seek());
  wanted.addEventListener("compositionend", seek);
  bar.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === wanted) go(event.shiftKey ? -1 : 1);
    else if (event.key === "Enter" && event.target === instead) swap(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
