import { Node } from "@tiptap/core";
import { attributes, isNumber, isTarget, isUid, named } from "./attributes.js";
import { taken } from "../taken.js";
import { icon, make } from "./elements.js";

const options = () => ({ config: {}, word: (name) => name });
const FILE = /^file:([2-9a-hjkmnp-z]{12})$/;

/* A picture shows itself where it is one of the house's; what else is embedded shows its name. */
const Image = Node.create({
  name: "image",
  group: "inline",
  inline: true,
  draggable: true,
  atom: true,
  addOptions: options,
  addAttributes: () => ({
    src: { default: "", parseHTML: (element) => element.getAttribute("data-src") ?? "", renderHTML: ({ src }) => ({ "data-src": src }) },
    alt: { default: "", parseHTML: (element) => (element.getAttribute("alt") ?? "").slice(0, 500) },
    ...attributes({ title: null, width: null }, { width: (value) => value === null || isNumber(1, 9999)(value) }),
  }),
  parseHTML: () => [{ tag: "img[data-src]", getAttrs: (element) => isTarget(element.getAttribute("data-src")) && null }],
  renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
  addNodeView() {
    return (props) => view(props, this.options);
  },
});

function view({ node, editor }, { config, word }) {
  const dom = make("span", { class: "ed-picture" });
  const show = ({ attrs }) => {
    dom.classList.toggle("is-link", Boolean(attrs.marks?.some(({ type }) => type === "link")));
    const [, uid] = FILE.exec(attrs.src) ?? [];
    const named = () => dom.replaceChildren(make("span", { class: "file-none" }, icon(config, "file"), attrs.alt || word("file")));
    if (!uid || !config.picture) named();
    else {
      const img = make("img", { src: config.picture.replace("UID", uid), alt: attrs.alt, width: attrs.width, class: attrs.width ? "sized" : null });
      img.addEventListener("error", () => dom.replaceChildren(taken(config, `![${attrs.alt.replace(/[\\[\]]/g, " ")}](file:${uid})`)));
      dom.replaceChildren(img);
      if (attrs.title) dom.append(make("span", { class: "ed-figcaption" }, attrs.title));
    }
  };
  show(node);
  const type = node.type;
  let shown = node;
  return {
    dom,
    update(changed) {
      if (changed.type !== type) return false;
      if (!changed.sameMarkup(shown)) show(changed);
      shown = changed;
      return true;
    },
    ignoreMutation: () => true,
  };
}

/* A link to a file, as a card of its name. */
const File = Node.create({
  name: "file",
  group: "inline",
  inline: true,
  atom: true,
  addOptions: options,
  addAttributes: () => attributes({ uid: "", name: "" }, { uid: isUid }),
  parseHTML: () => [{ tag: "span[data-file]", getAttrs: named("uid", isUid) }],
  renderHTML: ({ node, HTMLAttributes }) => ["span", { ...HTMLAttributes, "data-file": "" }, node.attrs.name],
  renderText: ({ node }) => node.attrs.name,
  addNodeView() {
    const { config } = this.options;
    return ({ node }) => ({ dom: make("span", { class: "ed-file" }, icon(config, "paperclip"), node.attrs.name) });
  },
});

const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => attributes({ uid: "", label: "" }, { uid: isUid }),
  parseHTML: () => [{ tag: "span[data-mention]", getAttrs: named("uid", isUid) }],
  renderHTML: ({ node, HTMLAttributes }) => ["span", { ...HTMLAttributes, "data-mention": "", class: "mention" }, node.attrs.label],
  renderText: ({ node }) => node.attrs.label,
});

/* A section of another page: it says where it comes from. */
const Include = Node.create({
  name: "include",
  group: "block",
  atom: true,
  addOptions: options,
  addAttributes: () => attributes({ uid: "", anchor: "", label: "" }, { uid: isUid }),
  parseHTML: () => [{ tag: "div[data-include]", getAttrs: named("uid", isUid) }],
  renderHTML: ({ HTMLAttributes }) => ["div", { ...HTMLAttributes, "data-include": "" }],
  addNodeView() {
    const { config, word } = this.options;
    return ({ node }) => {
      const { uid, label, anchor } = node.attrs;
      const text = make("span", { class: "ed-kept-text" }, label);
      const head = make("p", { class: "ed-kept" }, icon(config, "between-horizontal-start"), make("span", { class: "t3 small" }, word("include")), text);
      const shown = taken(config, `![${label}](page:${uid}${anchor && `#${anchor}`})`);
      return { dom: make("div", { class: "ed-include", "data-include": uid, "data-part": anchor }, head, shown), ignoreMutation: () => true };
    };
  },
});

export const references = (given) => [Image, File, Include].map((node) => node.configure(given)).concat(Mention);
