import { Node, textblockTypeInputRule } from "@tiptap/core";
import Blockquote from "@tiptap/extension-blockquote";
import HardBreak from "@tiptap/extension-hard-break";
import HorizontalRule from "@tiptap/extension-horizontal-rule";
import Paragraph from "@tiptap/extension-paragraph";

const LEVELS = [1, 2, 3, 4, 5, 6];

const Document = Node.create({ name: "doc", topNode: true, content: "block+ footnotes?" });
const Text = Node.create({ name: "text", group: "inline" });

/* The page's title is the only heading of the first level: what is typed as # becomes the second. */
const Heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({
    level: { default: 2, parseHTML: (element) => Number(element.tagName[1]), renderHTML: () => ({}) },
  }),
  parseHTML: () => LEVELS.map((level) => ({ tag: `h${level}` })),
  renderHTML: ({ node }) => [`h${node.attrs.level}`, 0],
  addKeyboardShortcuts() {
    const toggle = (level) => () => this.editor.commands.toggleNode("heading", "paragraph", { level });
    return Object.fromEntries([2, 3, 4].map((level) => [`Mod-Alt-${level}`, toggle(level)]));
  },
  addInputRules() {
    const getAttributes = (match) => ({ level: Math.max(2, match[1].length) });
    return [textblockTypeInputRule({ find: /^(#{1,6})\s$/, type: this.type, getAttributes })];
  },
});

export const text = [
  Document,
  Paragraph,
  Text,
  Heading,
  Blockquote,
  HorizontalRule,
  HardBreak.configure({ keepMarks: false }),
];
