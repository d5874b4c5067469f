import { Node } from "@tiptap/core";
import { attributes, isId, named } from "./attributes.js";
import { icon, make } from "./elements.js";

/* What cannot be written here is shown as what it is, and goes on living. */
const options = () => ({ config: {}, word: (name) => name });

const Comment = Node.create({
  name: "comment",
  group: "block",
  atom: true,
  addOptions: options,
  addAttributes: () => attributes({ text: "" }, { text: (value) => typeof value === "string" && value.length <= 20000 }),
  parseHTML: () => [{ tag: "div[data-comment]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", { ...HTMLAttributes, "data-comment": "" }],
  addNodeView() {
    const { config, word } = this.options;
    return ({ node }) => ({ dom: card(config, "eye-off", word("comment"), node.attrs.text) });
  },
});

/* Its source is the server's to judge: copied from one page to another it becomes words. */
const Html = Node.create({
  name: "html",
  group: "block",
  atom: true,
  addOptions: options,
  addAttributes: () => ({ source: { default: "", rendered: false } }),
  renderHTML: ({ node }) => ["p", {}, plain(node.attrs.source)],
  addNodeView() {
    const { config, word } = this.options;
    return ({ node }) => ({ dom: card(config, "code-xml", word("html"), plain(node.attrs.source)) });
  },
});

function plain(source) {
  return new DOMParser().parseFromString(source, "text/html").body.textContent.replace(/\s+/g, " ").trim();
}

function card(config, name, label, text) {
  return make("div", { class: "ed-kept", title: label }, icon(config, name), make("span", { class: "t3 small" }, label), make("span", { class: "ed-kept-text" }, text));
}

const Place = Node.create({
  name: "place",
  group: "inline",
  inline: true,
  atom: true,
  addOptions: options,
  addAttributes: () => attributes({ id: "" }, { id: isId }),
  parseHTML: () => [{ tag: "span[data-place]", getAttrs: named("id", isId) }],
  renderHTML: ({ HTMLAttributes }) => ["span", { ...HTMLAttributes, "data-place": "" }],
  addNodeView() {
    const { config, word } = this.options;
    return ({ node }) => ({ dom: make("span", { class: "ed-place", title: `${word("place")} #${node.attrs.id}` }, icon(config, "map-pin")) });
  },
});

export const kept = (given) => [Comment, Html, Place].map((node) => node.configure(given));
