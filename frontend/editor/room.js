import { Editor } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import { initProseMirrorDoc } from "@tiptap/y-tiptap";
import { extensions } from "./extensions/index.js";
import { outline } from "./outline.js";
import { parts } from "./parts.js";
import { Carets } from "./presence.js";
import { word } from "./words.js";

/* The text on the page, once everything is there: an editor begun earlier would add an empty paragraph of its own. */
export function furnish({ root, doc, config, connection, provider = null }) {
  const place = root.querySelector("[data-editor-text]");
  place.replaceChildren();
  const body = doc.getXmlFragment("body");
  const known = new Map(); // which part of the shared text is which part of the editor's
  const mayWrite = () => !connection || (connection.phase !== "closed" && connection.may === "edit");
  const editor = new Editor({
    element: place,
    injectCSS: false, // the policy forbids styles that come with scripts
    editable: mayWrite(),
    onBeforeCreate: ({ editor: made }) => begin(made, body, known),
    extensions: [
      ...extensions({ config, word }),
      Collaboration.configure({ fragment: body, document: doc, ySyncOptions: { mapping: body.length ? known : undefined } }),
      ...(provider ? [Carets.configure({ awareness: provider.awareness })] : []),
    ],
    editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-label": word("body"), class: "ed-body prose" } },
  });
  place.removeAttribute("aria-busy");
  connection?.on("change", () => editor.isEditable !== mayWrite() && editor.setEditable(mayWrite()));
  const desk = { root, editor, doc, config, word, connection, provider, awareness: provider?.awareness, values: doc.getMap("values") };
  outline(desk);
  const ends = parts.map((part) => part(desk)).filter(Boolean);
  editor.on("destroy", () => ends.forEach((end) => end()));
  return editor;
}

/* The editor begins with the text: filled afterwards, its cursor would stand where no cursor can be. */
function begin(editor, body, known) {
  if (!body.length) return;
  const { doc, mapping } = initProseMirrorDoc(body, editor.schema);
  mapping.forEach((node, type) => known.set(type, node));
  editor.options.content = doc;
}
