import { Mark, markInputRule } from "@tiptap/core";
import { attributes, isTarget } from "./attributes.js";

/* In the order of the schema: what comes first stands outside. [name, tags, keys, sign typed around words] */
const PLAIN = [
  ["bold", ["b", "strong"], "Mod-b", "**"],
  ["italic", ["i", "em"], "Mod-i", "*"],
  ["strike", ["s", "del"], "Mod-Shift-s", "~~"],
  ["underline", ["u", "ins"], "Mod-u"],
  ["highlight", ["mark"], "Mod-Shift-h", "=="],
  ["small", ["small"]],
];
const QUIET = ["kbd", "samp", "var", "ruby", "rt", "rp"].map((tag) => [tag, [tag]]);
const LAST = [
  ["subscript", ["sub"], "Mod-,"],
  ["superscript", ["sup"], "Mod-."],
  ["code", ["code"], "Mod-e", "`"],
];

function plain([name, tags, keys, sign]) {
  return Mark.create({
    name,
    priority: 100,
    inclusive: name !== "rt" && name !== "rp",
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: () => [tags[0], 0],
    addKeyboardShortcuts() {
      return keys ? { [keys]: () => this.editor.commands.toggleMark(name) } : {};
    },
    addInputRules() {
      return sign ? [markInputRule({ find: between(sign), type: this.type })] : [];
    },
  });
}

/* `**词**` after any character, for Chinese has no blanks; but 5*3*2 mg stays a number. */
function between(sign) {
  const [one] = sign;
  const typed = new RegExp(`${escaped(sign)}([^\\s${escaped(one)}]|[^\\s${escaped(one)}][^${escaped(one)}]*[^\\s${escaped(one)}])${escaped(sign)}$`);
  return (text) => {
    const found = typed.exec(text);
    const before = found && text[found.index - 1];
    if (!found || before === one || before === "\\") return null;
    if (sign.length === 1 && before && /[\w.)%]/.test(before)) return null;
    return { index: found.index, text: found[0], replaceWith: found[1] };
  };
}

const escaped = (sign) => sign.replace(/[*~=`^]/g, "\\$&");

const Link = Mark.create({
  name: "link",
  priority: 100,
  inclusive: false,
  addAttributes: () => ({ href: { default: "", parseHTML: (element) => element.getAttribute("href") } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (element) => isTarget(element.getAttribute("href")) && null }],
  renderHTML: ({ HTMLAttributes }) => ["a", { href: HTMLAttributes.href, rel: "noopener nofollow" }, 0],
});

const Abbreviation = Mark.create({
  name: "abbr",
  addAttributes: () => attributes({ title: null }),
  parseHTML: () => [{ tag: "abbr" }],
  renderHTML: ({ HTMLAttributes, mark }) => ["abbr", { ...HTMLAttributes, title: mark.attrs.title }, 0],
});

const Quoted = Mark.create({ name: "quote", parseHTML: () => [{ tag: "q" }], renderHTML: () => ["q", 0] });

export const marks = [Link, ...PLAIN.map(plain), Abbreviation, Quoted, ...QUIET.map(plain), ...LAST.map(plain)];
