import { Node } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { attributes } from "./attributes.js";
import { make } from "./elements.js";

/* While writing all of it is seen; the box says whether readers find it open. */
const Details = Node.create({
  name: "details",
  group: "block",
  content: "detailsSummary detailsContent",
  defining: true,
  isolating: true,
  addOptions: () => ({ word: (name) => name }),
  addAttributes: () => attributes({ open: false }),
  parseHTML: () => [{ tag: "div[data-details]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", { ...HTMLAttributes, "data-details": "", class: "ed-details" }, 0],
  addNodeView() {
    const { word } = this.options;
    return ({ node, getPos, editor }) => {
      const box = make("input", { type: "checkbox" });
      const head = make("label", { class: "check small", contenteditable: "false" }, box, make("span", {}, word("opened")));
      const contentDOM = make("div");
      const dom = make("div", { class: "ed-details" }, contentDOM, head);
      const show = ({ attrs }) => {
        box.checked = attrs.open;
        box.disabled = !editor.isEditable;
      };
      box.addEventListener("change", () => {
        const open = box.checked;
        editor.commands.command(({ tr }) => !!tr.setNodeAttribute(getPos(), "open", open));
      });
      show(node);
      const type = node.type;
      return {
        dom,
        contentDOM,
        update: (changed) => changed.type === type && (show(changed), true),
        stopEvent: (event) => head.contains(event.target),
        ignoreMutation: (change) => change.type !== "selection" && !contentDOM.contains(change.target),
      };
    };
  },
});

const Summary = Node.create({
  name: "detailsSummary",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: "div[data-summary]" }],
  renderHTML: () => ["div", { "data-summary": "", class: "ed-summary" }, 0],
  addKeyboardShortcuts: () => ({ Enter: ({ editor }) => intoContent(editor) }),
});

/* Enter leads from the summary to what it hides. */
function intoContent(editor) {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name !== "detailsSummary") return false;
  return editor.commands.command(({ tr }) => {
    tr.setSelection(TextSelection.near(tr.doc.resolve($from.after())));
    return true;
  });
}

const Content = Node.create({
  name: "detailsContent",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "div[data-hidden]" }],
  renderHTML: () => ["div", { "data-hidden": "", class: "ed-hidden" }, 0],
});

export const details = ({ word }) => [Details.configure({ word }), Summary, Content];
