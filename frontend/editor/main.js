import { Editor } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import * as Y from "yjs";
import { extensions } from "./extensions/index.js";
import { parts } from "./parts.js";
import { learn, word } from "./words.js";

function open(root) {
  const config = JSON.parse(document.getElementById("editor-config")?.textContent ?? "{}");
  learn(document.getElementById("editor-words"));
  const doc = new Y.Doc();
  const editor = new Editor({
    element: root.querySelector("[data-editor-text]"),
    injectCSS: false,
    extensions: [...extensions({ config, word }), Collaboration.configure({ document: doc, field: "body" })],
  });
  const desk = { root, editor, doc, config, word, values: doc.getMap("values") };
  for (const part of parts) part(desk);
}

document.querySelectorAll("[data-editor]").forEach(open);
