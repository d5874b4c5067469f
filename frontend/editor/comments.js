import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import { locate, passageAt } from "../../static/js/passages.js";

const KEY = new PluginKey("comments");
const MOST = 1000; // characters of a passage, as content/models/comments.py has it
const AGAIN = 30_000; // milliseconds after which comments are fetched though nothing was heard of new ones
const SHOWN = 2000; // milliseconds a passage one was led to stays lit

/* Opened at a comment (“照此修改”): its side is shown before anything is connected. */
export function begun(root) {
  const uid = new URLSearchParams(location.search).get("comment");
  if (!uid) return;
  const lead = () => document.getElementById(`comment-${uid}`) && (reveal(root, uid), document.removeEventListener("htmx:afterSwap", lead));
  document.addEventListener("htmx:afterSwap", lead);
  lead();
}

/* Comments on passages of the open text: marked, kept in place by Yjs through everybody's edits, led to and from. */
export function comments(desk) {
  const { root, editor } = desk;
  const composing = document.getElementById("passage-comment");
  const places = new Map(); // uid of the comment -> [start, end] as Yjs knows them
  let isStale = false; // somebody has said or settled something
  let wasOpen = false; // what is settled was being read

  editor.registerPlugin(
    new Plugin({
      key: KEY,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, marks) => {
          if (tr.getMeta(KEY)) return tr.getMeta(KEY);
          return tr.docChanged ? marks.map(tr.mapping, tr.doc) : marks; // what comes from others replaces all: drawn anew below
        },
      },
      props: {
        decorations: (state) => KEY.getState(state),
        handleClick: (view, at) => {
          const [mark] = KEY.getState(view.state).find(at, at);
          if (mark) reveal(root, mark.spec.talk);
          return false;
        },
      },
    }),
  );

  /* -- where passages are -- */

  function draw() {
    if (editor.isDestroyed) return;
    const marks = [];
    for (const [uid, place] of places) {
      const found = here(place);
      document.getElementById(`comment-${uid}`)?.classList.toggle("is-gone", !found);
      if (found) marks.push(Decoration.inline(...found, { class: "noted", "data-talk": uid }, { talk: uid }));
    }
    editor.view.dispatch(editor.state.tr.setMeta(KEY, DecorationSet.create(editor.state.doc, marks)).setMeta("addToHistory", false));
  }

  function here([start, end]) {
    const sync = ySyncPluginKey.getState(editor.state);
    const place = (relative) => relativePositionToAbsolutePosition(sync.doc, sync.type, relative, sync.binding.mapping);
    const [from, to] = [place(start), place(end)];
    return from !== null && to !== null && from < to ? [from, to] : null;
  }

  function fixed(from, to) {
    const sync = ySyncPluginKey.getState(editor.state);
    return [from, to].map((at) => absolutePositionToRelativePosition(at, sync.type, sync.binding.mapping));
  }

  /* The list has been fetched: new ones are looked for by their words, known ones stay where Yjs has them. */
  function take() {
    const listed = [...document.querySelectorAll("#comments [data-quote]")];
    const uids = new Set(listed.map((said) => said.dataset.comment));
    for (const uid of places.keys()) if (!uids.has(uid)) places.delete(uid);
    const fresh = listed.filter((said) => !places.has(said.dataset.comment));
    if (fresh.length) {
      const words = wordsOf(editor.state.doc);
      for (const said of fresh) {
        const found = locate(words.text, said.dataset);
        if (found) places.set(said.dataset.comment, fixed(positionOf(words, found[0]), positionOf(words, found[1] - 1) + 1));
      }
    }
    draw();
  }

  /* The list is fetched anew, unless somebody is writing or choosing in it: then once that is done. */
  function look() {
    const section = document.getElementById("comments");
    if (!section || !isStale || section.contains(document.activeElement) || isWritten(section)) return;
    isStale = false;
    wasOpen = Boolean(section.querySelector("[data-settled][open]"));
    section.dispatchEvent(new CustomEvent("talk-changed", { bubbles: true }));
  }

  const left = () => setTimeout(look); // the browser says only then who has the focus

  /* -- saying something -- */

  function compose() {
    const [from, to] = chosen();
    const words = wordsOf(editor.state.doc);
    const [start, end] = [offsetOf(words, from), offsetOf(words, to)];
    const passage = passageAt(words.text, start, end);
    if (from === to || !passage.quote || passage.quote.length > MOST) return reveal(root);
    const form = composing.querySelector("form");
    form.setAttribute("hx-post", document.getElementById("comments").getAttribute("hx-get"));
    for (const name of ["quote", "prefix", "suffix"]) form.elements[name].value = passage[name];
    form.elements.draft.value = "1";
    composing.querySelector("[data-passage-quote]").textContent = passage.quote;
    window.htmx.process(form);
    composing.showModal();
    form.elements.text.focus();
  }

  /* What the browser has selected: keys pressed fast are ahead of what the editor knows. */
  function chosen() {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = window.getSelection();
    const { dom } = editor.view;
    if (!dom.contains(anchorNode) || !dom.contains(focusNode)) return [editor.state.selection.from, editor.state.selection.to];
    return [editor.view.posAtDOM(anchorNode, anchorOffset), editor.view.posAtDOM(focusNode, focusOffset)].sort((a, b) => a - b);
  }

  function swapped() {
    const section = document.getElementById("comments");
    if (!section) return;
    if (wasOpen) section.querySelector("[data-settled]")?.setAttribute("open", "");
    wasOpen = false;
    take();
    if (!section.dataset.made || !composing.open) return;
    composing.querySelector("form").reset();
    composing.close();
    reveal(root, section.dataset.made);
    delete section.dataset.made;
  }

  function clicked(event) {
    if (event.target.closest("[data-editor-comment]")) return compose();
    const uid = event.target.closest("[data-goes]")?.dataset.goes;
    const found = uid && places.has(uid) && here(places.get(uid));
    if (!found) return undefined;
    editor.view.focus();
    editor.chain().setTextSelection({ from: found[0], to: found[1] }).scrollIntoView().run();
    root.querySelectorAll(`.noted[data-talk="${uid}"]`).forEach((mark) => light(mark));
    return undefined;
  }

  function key(event) {
    if (event.code !== "KeyM" || !event.altKey || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    compose();
  }

  const changed = ({ transaction }) => transaction.docChanged && transaction.getMeta(ySyncPluginKey) && draw();
  const heard = () => {
    isStale = true;
    look();
  };
  const again = setInterval(() => !document.hidden && heard(), AGAIN);
  desk.connection?.on("talk", heard);
  document.addEventListener("focusout", left);
  editor.on("transaction", changed);
  document.addEventListener("htmx:afterSwap", swapped);
  root.addEventListener("click", clicked);
  root.addEventListener("keydown", key);
  if (document.getElementById("comments")) take();
  return () => {
    clearInterval(again);
    desk.connection?.off("talk", heard);
    document.removeEventListener("focusout", left);
    document.removeEventListener("htmx:afterSwap", swapped);
    root.removeEventListener("click", clicked);
    root.removeEventListener("keydown", key);
  };
}

/* Words that nobody has sent yet. */
function isWritten(section) {
  return [...section.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);
}

/* Show the side with the comments, and one of them. */
function reveal(root, uid = "") {
  const tab = root.querySelector("#tab-comments");
  if (tab.getAttribute("aria-selected") !== "true") tab.click();
  const said = uid && document.getElementById(`comment-${uid}`);
  if (!said) return;
  said.closest("details")?.setAttribute("open", "");
  said.scrollIntoView({ block: "nearest" });
  light(said);
}

function light(element) {
  element.classList.add("is-on");
  setTimeout(() => element.classList.remove("is-on"), SHOWN);
}

/* The words of the document, and where each piece of them stands: {text, pieces: [{start, size, at, leaf}]}. */
function wordsOf(doc) {
  const pieces = [];
  let text = "";
  doc.descendants((node, at) => {
    const words = node.isText ? node.text : node.isInline && node.isLeaf ? (node.attrs.label ?? node.attrs.alt ?? "") : "";
    if (words) pieces.push({ start: text.length, size: words.length, at, leaf: !node.isText });
    text += words || (node.isBlock ? "\n" : "");
  });
  return { text, pieces };
}

function positionOf({ pieces }, offset) {
  const piece = pieces.find(({ start, size }) => offset >= start && offset < start + size) ?? pieces[pieces.length - 1];
  return piece.leaf ? piece.at : piece.at + offset - piece.start;
}

function offsetOf({ text, pieces }, at) {
  const piece = pieces.find((one) => at <= one.at + (one.leaf ? 1 : one.size));
  if (!piece) return text.length;
  if (at <= piece.at) return piece.start;
  return piece.leaf ? piece.start + piece.size : piece.start + at - piece.at;
}
