import CodeBlock from "@tiptap/extension-code-block";
import { Drawing } from "../diagrams.js";
import { attributes } from "./attributes.js";

/* A block of code with the name of its language, chosen above it; below a diagram its drawing. */
export const Code = CodeBlock.extend({
  addOptions() {
    return { ...this.parent(), config: {}, languages: [], word: (name) => name, enableTabIndentation: true, tabSize: 4 };
  },
  addAttributes: () => attributes({ language: null }, { language: (value) => typeof value === "string" && /^[\p{L}\p{N}_+#-][\p{L}\p{N}_+#.-]{0,29}$/u.test(value) }),
  parseHTML: () => [{ tag: "pre", preserveWhitespace: "full" }],
  renderHTML: ({ HTMLAttributes }) => ["pre", HTMLAttributes, ["code", 0]],
  addNodeView() {
    const { config, languages, word } = this.options;
    return ({ node, getPos, editor }) => {
      const dom = document.createElement("div");
      dom.className = "ed-code";
      const choice = document.createElement("select");
      choice.className = "select select-sm";
      choice.contentEditable = "false";
      choice.setAttribute("aria-label", word("language"));
      const pre = document.createElement("pre");
      const contentDOM = pre.appendChild(document.createElement("code"));
      const show = ({ attrs }) => {
        const known = languages.some(([name]) => name === (attrs.language ?? ""));
        const all = known ? languages : [...languages, [attrs.language, attrs.language]];
        choice.replaceChildren(...all.map(([name, label]) => new Option(label, name)));
        choice.value = attrs.language ?? "";
        choice.disabled = !editor.isEditable;
      };
      choice.addEventListener("change", () => {
        const language = choice.value || null;
        editor.chain().command(({ tr }) => !!tr.setNodeAttribute(getPos(), "language", language)).focus().run();
      });
      const drawing = new Drawing(config);
      show(node);
      drawing.show(node);
      dom.append(choice, pre, drawing.dom);
      const type = node.type;
      return {
        dom,
        contentDOM,
        update: (changed) => changed.type === type && (show(changed), drawing.show(changed), true),
        stopEvent: (event) => event.target === choice || drawing.dom.contains(event.target),
        destroy: () => drawing.end(),
        ignoreMutation: (change) => !contentDOM.contains(change.target),
      };
    };
  },
});
