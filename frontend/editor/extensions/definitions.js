import { Node } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";

const List = Node.create({
  name: "definitionList",
  group: "block",
  content: "(definitionTerm | definitionDescription)+",
  parseHTML: () => [{ tag: "dl" }],
  renderHTML: () => ["dl", 0],
});

const Term = Node.create({
  name: "definitionTerm",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: "dt" }],
  renderHTML: () => ["dt", 0],
  addKeyboardShortcuts: () => ({ Enter: ({ editor }) => afterTerm(editor) }),
});

const Description = Node.create({
  name: "definitionDescription",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "dd" }],
  renderHTML: () => ["dd", 0],
  addKeyboardShortcuts: () => ({ Enter: ({ editor }) => afterDescription(editor) }),
});

/* Enter in a term begins its explanation; in an empty term it ends the list. */
function afterTerm(editor) {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name !== "definitionTerm") return false;
  return editor.commands.command(({ tr, state }) => {
    const { definitionDescription, paragraph } = state.schema.nodes;
    const list = $from.node(-1);
    if ($from.parent.content.size === 0 && list.childCount > 1) {
      tr.delete($from.before(), $from.after());
      const end = tr.mapping.map($from.after(-1));
      tr.insert(end, paragraph.create()).setSelection(TextSelection.create(tr.doc, end + 1));
      return true;
    }
    const next = list.maybeChild($from.index(-1) + 1);
    if (next?.type !== definitionDescription) tr.insert($from.after(), definitionDescription.createAndFill());
    tr.setSelection(TextSelection.near(tr.doc.resolve($from.after())));
    return true;
  });
}

/* Enter in an empty last line of an explanation begins the next term. */
function afterDescription(editor) {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.depth < 2 || $from.node(-1).type.name !== "definitionDescription") return false;
  const description = $from.node(-1);
  const isLast = $from.index(-1) === description.childCount - 1;
  if ($from.parent.content.size || !isLast || description.childCount === 1) return false;
  return editor.commands.command(({ tr, state }) => {
    tr.delete($from.before(), $from.after());
    const after = tr.mapping.map($from.after(-1));
    tr.insert(after, state.schema.nodes.definitionTerm.create());
    tr.setSelection(TextSelection.create(tr.doc, after + 1));
    return true;
  });
}

export const definitions = [List, Term, Description];
