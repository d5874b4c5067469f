import { Table as TipTapTable, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Plugin } from "@tiptap/pm/state";
import { tableEditing } from "@tiptap/pm/tables";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { attributes, isNumber, isOneOf } from "./attributes.js";
import { field, make } from "./elements.js";

const LOOKS = { right: "num", center: "middle" };

const Table = TipTapTable.extend({
  content: "tableRow+",
  addOptions() {
    return { ...this.parent(), word: (name) => name };
  },
  addAttributes: () => attributes({ caption: null }),
  renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
  addNodeView() {
    const { word } = this.options;
    return (props) => view(props, word);
  },
  addProseMirrorPlugins: () => [editing()],
});

/* A table is put in order when somebody here changes it, never because it was opened or another wrote in it: two
   browsers mending one table at once would mend it twice. */
function editing() {
  const { spec } = tableEditing();
  return new Plugin({
    ...spec,
    appendTransaction(transactions, before, after) {
      const isOwn = transactions.some((tr) => tr.docChanged && !tr.getMeta(ySyncPluginKey) && !tr.getMeta("preventUpdate"));
      return spec.appendTransaction(transactions, isOwn ? before : { doc: after.doc }, after);
    },
  });
}

function view({ node, getPos, editor }, word) {
  const caption = field({ editor, getPos, node, name: "caption", className: "ed-caption", label: word("caption"), placeholder: word("caption"), most: 500 });
  const contentDOM = make("tbody");
  const head = make("caption", { contenteditable: "false" }, caption);
  const table = make("table", { class: "tbl" }, head, contentDOM);
  const dom = make("div", { class: "tbl-wrap ed-table", tabindex: "0", role: "group", "aria-label": word("table") }, table);
  const show = ({ attrs }) => {
    caption.readOnly = !editor.isEditable;
    if (document.activeElement !== caption) caption.value = attrs.caption ?? "";
    head.hidden = !attrs.caption && document.activeElement !== caption;
  };
  caption.addEventListener("blur", () => (head.hidden = !caption.value.trim()));
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

const span = (name) => ({
  default: 1,
  parseHTML: (element) => {
    const value = Number(element.getAttribute(name) ?? 1);
    return isNumber(1, 100)(value) ? value : 1;
  },
  renderHTML: (attrs) => (attrs[name] === 1 ? {} : { [name]: attrs[name] }),
});

const cell = {
  content: "block+",
  addAttributes: () => ({
    colspan: span("colspan"),
    rowspan: span("rowspan"),
    ...attributes({ align: null, scope: null }, { align: isOneOf("left", "center", "right"), scope: isOneOf("row", "col", "rowgroup", "colgroup") }),
  }),
};

const look = (tag) => ({ node, HTMLAttributes }) => [tag, { ...HTMLAttributes, class: LOOKS[node.attrs.align] ?? null }, 0];

export const tables = ({ word }) => [
  Table.configure({ word }),
  TableRow.extend({ content: "(tableHeader | tableCell)*" }),
  TableHeader.extend({ ...cell, renderHTML: look("th") }),
  TableCell.extend({ ...cell, renderHTML: look("td") }),
];
