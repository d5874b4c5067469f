import { isInTable, moveTableColumn, moveTableRow, selectedRect, TableMap } from "@tiptap/pm/tables";

/* What one does with a table. A row or a column moves by one; a move across merged cells is not offered. */
const command = (name, ...given) => ({
  run: (editor) => editor.chain().focus()[name](...given).run(),
  may: (editor) => editor.can()[name](...given),
});

const align = (value) => ({
  run: (editor) => editor.chain().focus().setCellAttribute("align", value).run(),
  is: (editor) => (editor.getAttributes("tableCell").align ?? editor.getAttributes("tableHeader").align ?? null) === value,
});

function moving(move, side, by) {
  const target = (state) => {
    const rect = selectedRect(state);
    return side === "row" ? [rect.top, rect.top + by, rect.map.height] : [rect.left, rect.left + by, rect.map.width];
  };
  const isPossible = (state) => {
    if (!isInTable(state) || isMerged(state)) return false;
    const [, to, all] = target(state);
    return to >= 0 && to < all;
  };
  return {
    run: (editor) => {
      if (!isPossible(editor.state)) return false;
      const [from, to] = target(editor.state);
      editor.commands.focus();
      return move({ from, to, select: true })(editor.state, editor.view.dispatch);
    },
    may: (editor) => isPossible(editor.state),
  };
}

function isMerged(state) {
  const { map } = selectedRect(state);
  return new Set(map.map).size !== map.width * map.height;
}

function caption(editor) {
  const { table, tableStart } = selectedRect(editor.state);
  const input = editor.view.nodeDOM(tableStart - 1)?.querySelector?.(".ed-caption");
  if (!table || !input) return false;
  input.closest("caption").hidden = false;
  input.focus();
  return true;
}

export const tableActions = {
  "row-before": command("addRowBefore"),
  "row-after": command("addRowAfter"),
  "row-remove": command("deleteRow"),
  "row-up": moving(moveTableRow, "row", -1),
  "row-down": moving(moveTableRow, "row", 1),
  "column-before": command("addColumnBefore"),
  "column-after": command("addColumnAfter"),
  "column-remove": command("deleteColumn"),
  "column-left": moving(moveTableColumn, "column", -1),
  "column-right": moving(moveTableColumn, "column", 1),
  "head-row": { ...command("toggleHeaderRow"), is: (editor) => isHead(editor, "row") },
  "head-column": { ...command("toggleHeaderColumn"), is: (editor) => isHead(editor, "column") },
  merge: command("mergeCells"),
  split: command("splitCell"),
  "align-left": align(null),
  "align-center": align("center"),
  "align-right": align("right"),
  caption: { run: caption },
  "table-remove": command("deleteTable"),
  "cells-all": { run: selectAll },
};

function isHead({ state }, side) {
  if (!isInTable(state)) return false;
  const { map, table } = selectedRect(state);
  const places = side === "row" ? map.map.slice(0, map.width) : map.map.filter((_at, number) => number % map.width === 0);
  return places.every((at) => table.nodeAt(at)?.type.name === "tableHeader");
}

function selectAll(editor) {
  const { table, tableStart } = selectedRect(editor.state);
  const { map } = TableMap.get(table);
  return editor.commands.setCellSelection({ anchorCell: tableStart + map[0], headCell: tableStart + map[map.length - 1] });
}

