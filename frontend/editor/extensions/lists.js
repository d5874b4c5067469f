import { InputRule } from "@tiptap/core";
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from "@tiptap/extension-list";
import { attributes, isNumber, isOneOf } from "./attributes.js";

const loose = { loose: false };
const looseness = ({ node }) => (node.attrs.loose ? { class: "is-loose" } : {});

const Bullets = BulletList.extend({
  content: "(listItem | taskItem)+",
  addAttributes: () => attributes(loose),
  renderHTML: ({ node, HTMLAttributes }) => ["ul", { ...HTMLAttributes, ...looseness({ node }) }, 0],
});

const Numbers = OrderedList.extend({
  content: "(listItem | taskItem)+",
  addAttributes: () => ({
    start: { default: 1, parseHTML: (element) => number(element.getAttribute("start")), renderHTML: () => ({}) },
    ...attributes({ type: null, ...loose }, { type: isOneOf("a", "A", "i", "I") }),
  }),
  renderHTML({ node, HTMLAttributes }) {
    const { start, type } = node.attrs;
    const own = { ...(start === 1 ? {} : { start }), ...(type ? { type } : {}) };
    return ["ol", { ...HTMLAttributes, ...own, ...looseness({ node }) }, 0];
  },
});

function number(text) {
  const value = Number(text ?? 1);
  return isNumber(0, 999999)(value) ? value : 1;
}

const Tasks = TaskList.extend({
  content: "taskItem+",
  addAttributes: () => attributes(loose),
  parseHTML: () => [{ tag: "ul[data-tasks]", priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => ["ul", { ...HTMLAttributes, ...looseness({ node }), "data-tasks": "" }, 0],
});

const Task = TaskItem.extend({
  content: "paragraph block*",
  addOptions() {
    return { ...this.parent(), nested: true, word: (name) => name };
  },
  addAttributes: () => ({ checked: { ...attributes({ checked: false }).checked, keepOnSplit: false } }),
  parseHTML: () => [{ tag: "li[data-task]", priority: 60, contentElement: (element) => element.querySelector("[data-words]") ?? element }],
  renderHTML: ({ HTMLAttributes }) => ["li", { ...HTMLAttributes, "data-task": "" }, ["div", { "data-words": "" }, 0]],
  addInputRules: () => [new InputRule({ find: /^\[([ xX]?)\]\s$/, handler: typed })],
  addNodeView() {
    const { word } = this.options;
    return ({ node, getPos, editor }) => taskView({ node, getPos, editor, word });
  },
});

/* `[ ]` makes a task of the line, also within a list of points. */
function typed({ range, match, chain }) {
  const task = chain().deleteRange(range);
  listed(task, "taskList").updateAttributes("taskItem", { checked: /x/i.test(match[1]) }).run();
}

/* Out of whatever list it is in, into this one. */
export const listed = (chain, name) => chain.clearNodes().wrapInList(name);

function taskView({ node, getPos, editor, word }) {
  const dom = document.createElement("li");
  const box = document.createElement("input");
  const contentDOM = document.createElement("div");
  box.type = "checkbox";
  box.contentEditable = "false";
  dom.append(box, contentDOM);
  const show = (shown) => {
    dom.className = shown.attrs.checked ? "task is-done" : "task";
    box.checked = shown.attrs.checked;
    box.disabled = !editor.isEditable;
    box.setAttribute("aria-label", shown.firstChild?.textContent || word("task"));
  };
  box.addEventListener("mousedown", (event) => event.preventDefault()); // the words keep the cursor
  box.addEventListener("change", () => {
    const checked = box.checked;
    editor.chain().command(({ tr }) => !!tr.setNodeAttribute(getPos(), "checked", checked)).run();
  });
  show(node);
  const type = node.type;
  return {
    dom,
    contentDOM,
    update: (changed) => changed.type === type && (show(changed), true),
    stopEvent: (event) => event.target === box,
    ignoreMutation: (change) => change.type !== "selection" && !contentDOM.contains(change.target),
  };
}

export const lists = ({ word }) => [Bullets, Numbers, Tasks, ListItem, Task.configure({ word })];
