/* What a person writes with: the plugins the editor is made with, and the parts around it. */
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { actions, does } from "./actions.js";
import { dialogs } from "./dialogs.js";
import { finding, findingPlugin } from "./finding.js";
import { handle, moved } from "./handle.js";
import { Menu } from "./menu.js";
import { offering } from "./offering.js";
import { pasted, dropped } from "./pasting.js";
import { phone } from "./phone.js";
import { picturebar } from "./picturebar.js";
import { placeholder } from "./placeholder.js";
import { FINDERS, suggesting } from "./suggesting.js";
import { toolbar } from "./toolbar.js";
import { uploads } from "./uploads.js";
import { waitingPlugin } from "./waiting.js";

const KEYS = {
  "Mod-k": "link",
  "Mod-f": "find",
  "Mod-h": "replace",
  "Mod-/": "keys",
  "Mod-Enter": "below",
  "Mod-Alt-0": "paragraph",
  "Mod-Shift-7": "numbers",
  "Mod-Shift-8": "bullets",
  "Mod-Shift-9": "tasks",
  "Mod-Shift-b": "quote",
  "Mod-Alt-c": "block",
  "Mod-Alt-t": "table",
  "Mod-Alt-f": "note",
  "Mod-\\": "plain",
};

export const Writing = Extension.create({
  name: "writing",
  priority: 1100,
  addOptions: () => ({ config: {}, word: (name) => name }),
  addStorage: () => ({ desk: null }),
  addKeyboardShortcuts() {
    const named = Object.entries(KEYS).map(([keys, name]) => [keys, () => {
      const { desk } = this.storage;
      return !!desk && does(desk, name) !== undefined;
    }]);
    return {
      ...Object.fromEntries(named),
      "Alt-Shift-ArrowUp": () => this.editor.commands.command(moved(-1)),
      "Alt-Shift-ArrowDown": () => this.editor.commands.command(moved(1)),
      "Alt-F10": () => toToolbar(this.storage.desk),
    };
  },
  addProseMirrorPlugins() {
    const { editor, storage } = this;
    const fill = (found) => storage.desk && offering(storage.desk)(found);
    const menu = new Menu({ fill, label: this.options.word("insert") });
    return [
      suggesting({ editor, finders: FINDERS, menu }),
      findingPlugin(),
      waitingPlugin(),
      placeholder(this.options.word("empty")),
      new Plugin({
        props: {
          handlePaste: (view, event) => !!storage.desk && pasted(storage.desk, view, event),
          handleDrop: (view, event, _slice, isOwn) => !isOwn && !!storage.desk && dropped(storage.desk, view, event),
        },
      }),
    ];
  },
});

function toToolbar(desk) {
  const stops = [...(desk?.root.querySelectorAll("[data-editor-bar] button, [data-editor-bar] select") ?? [])];
  const first = stops.find(({ tabIndex }) => tabIndex === 0) ?? stops[0];
  first?.focus();
  return !!first;
}

export function tools(desk) {
  desk.editor.storage.writing.desk = desk;
  const ends = [dialogs, uploads, finding, picturebar, toolbar, handle, phone].map((part) => part(desk)).filter(Boolean);
  const back = (event) => event.key === "Escape" && event.target.closest("[role=toolbar]") && desk.editor.commands.focus();
  desk.root.addEventListener("keydown", back);
  return () => ends.forEach((end) => end());
}

export { actions };
