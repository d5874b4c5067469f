import { Extension } from "@tiptap/core";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import { word } from "./words.js";

const MOST = 5; // pictures at the top; the number says the rest
const ACCEPTED = "#000000"; // y-tiptap wants a colour of this form; ours are classes

/* Where the others are in the text. Names and colours (1 to 6) are the server's, and shown as classes. */
export const Carets = Extension.create({
  name: "carets",
  priority: 999,

  addOptions() {
    return { awareness: null };
  },

  addProseMirrorPlugins() {
    const { awareness } = this.options;
    return [
      yCursorPlugin(awareness, {
        awarenessStateFilter: (mine, theirs, state) => mine !== theirs && Boolean(tinted(state)?.user),
        cursorBuilder: caret,
        selectionBuilder: (user) => ({ nodeName: "span", class: `caret-range av-${user.tint}`, "data-name": user.name }),
      }),
    ];
  },
});

function tinted(state) {
  if (state?.user && state.user.color !== ACCEPTED) {
    state.user = { ...state.user, tint: number(state.user.color), color: ACCEPTED };
  }
  return state;
}

const number = (color) => Math.min(6, Math.max(1, Number(color) || 1));

function caret(user) {
  const mark = Object.assign(document.createElement("span"), { className: `caret av-${user.tint}` });
  mark.append("\u2060", Object.assign(document.createElement("b"), { textContent: user.name }), "\u2060");
  return mark;
}

/* Who is here, at the top of the page; oneself first. */
export function presence({ root, awareness, config }) {
  const place = root.querySelector("[data-editor-people]");
  let shown = "";

  function draw() {
    const people = here(awareness, config.me);
    const key = JSON.stringify(people);
    if (key === shown) return;
    shown = key;
    place.hidden = people.length < 2;
    place.setAttribute("aria-label", word("people", { count: people.length, names: people.map(({ name }) => name).join("、") }));
    const pictures = people.slice(0, MOST).map(picture);
    const more = Object.assign(document.createElement("span"), { className: "more", textContent: word("people_short", { count: people.length }) });
    place.replaceChildren(...pictures, more);
  }

  awareness.on("change", draw);
  draw();
}

function here(awareness, me) {
  const people = new Map([[me.uid, me]]);
  for (const state of awareness.getStates().values()) {
    const user = tinted(state)?.user;
    if (user?.uid && !people.has(user.uid)) people.set(user.uid, { uid: user.uid, name: user.name, color: user.tint });
  }
  return [...people.values()];
}

function picture({ name, color }) {
  const made = Object.assign(document.createElement("span"), { className: `av av-${number(color)} av-sm`, textContent: name.slice(-1), title: name });
  made.setAttribute("aria-hidden", "true");
  return made;
}
