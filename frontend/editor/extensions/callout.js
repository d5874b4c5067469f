import { Node, wrappingInputRule } from "@tiptap/core";
import { attributes } from "./attributes.js";
import { field, icon, make } from "./elements.js";

/* `config.callouts`: what the house knows, [{ kind, tone, icon, called, offered }]. */
export const Callout = Node.create({
  name: "callout",
  group: "block",
  content: "block+",
  defining: true,
  addOptions: () => ({ config: {}, word: (name) => name }),
  addAttributes() {
    const kinds = (this.options.config.callouts ?? []).map(({ kind }) => kind);
    return attributes({ kind: "提示", title: null }, { kind: (value) => kinds.includes(value) });
  },
  parseHTML: () => [{ tag: "div[data-callout]", contentElement: (element) => element.querySelector("[data-words]") ?? element }],
  renderHTML: ({ HTMLAttributes }) => ["div", { ...HTMLAttributes, "data-callout": "" }, ["div", { "data-words": "" }, 0]],
  addNodeView() {
    return (props) => view(props, this.options);
  },
  addInputRules() {
    const kinds = (this.options.config.callouts ?? []).map(({ kind }) => kind).join("|");
    if (!kinds) return [];
    const find = new RegExp(`^\\[!(${kinds})\\]\\s$`, "i");
    return [wrappingInputRule({ find, type: this.type, getAttributes: (match) => ({ kind: match[1].toUpperCase() }) })];
  },
});

function view({ node, getPos, editor }, { config, word }) {
  const kinds = config.callouts ?? [];
  const dom = make("div");
  const sign = make("span", { class: "ed-sign", contenteditable: "false" });
  const choice = make("select", { class: "select select-sm", "aria-label": word("callout") });
  const title = field({ editor, getPos, node, name: "title", className: "k", label: word("callout_title") });
  const head = make("div", { class: "ed-head", contenteditable: "false" }, choice, title);
  const contentDOM = make("div");
  dom.append(sign, make("div", { class: "grow" }, head, contentDOM));
  choice.addEventListener("change", () => {
    editor.chain().command(({ tr }) => !!tr.setNodeAttribute(getPos(), "kind", choice.value)).focus().run();
  });
  const show = ({ attrs }) => {
    const known = kinds.find(({ kind }) => kind === attrs.kind) ?? { tone: "", icon: "info", called: attrs.kind };
    dom.className = `callout ${known.tone}`.trim();
    sign.replaceChildren(icon(config, known.icon));
    const offered = kinds.filter(({ kind, offered }) => offered || kind === attrs.kind);
    choice.replaceChildren(...offered.map(({ kind, called, offered }) => new Option(offered ? kind : called, kind)));
    choice.value = attrs.kind;
    choice.disabled = title.readOnly = !editor.isEditable;
    title.placeholder = known.called;
    if (document.activeElement !== title) title.value = attrs.title ?? "";
  };
  show(node);
  const type = node.type;
  return {
    dom,
    contentDOM,
    update: (changed) => changed.type === type && (show(changed), true),
    stopEvent: (event) => head.contains(event.target),
    ignoreMutation: (change) => change.type !== "selection" && !contentDOM.contains(change.target),
  };
}

export const TextBox = Node.create({
  name: "textBox",
  group: "block",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "aside.textbox" }],
  renderHTML: () => ["aside", { class: "textbox" }, 0],
});
