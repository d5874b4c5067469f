import { NodeSelection, TextSelection } from "@tiptap/pm/state";
import { icon, make } from "../extensions/elements.js";

/* Beside the block the mouse is at: + writes below it, the grip drags it. With the keyboard: Alt+Shift and arrows. */
export function handle(desk) {
  const { root, editor, config, word } = desk;
  const page = root.querySelector(".ed-page");
  if (!page || !window.matchMedia("(hover: hover) and (min-width: 721px)").matches) return undefined;
  const plus = make("button", { type: "button", class: "icon-btn icon-btn-xs", tabindex: "-1", title: word("insert_below") }, icon(config, "plus"));
  const grip = make("button", { type: "button", class: "icon-btn icon-btn-xs ed-grip", tabindex: "-1", draggable: "true", title: word("block") }, icon(config, "grip-vertical"));
  const element = make("div", { class: "ed-handle", "aria-hidden": "true", hidden: true }, plus, grip);
  page.append(element);
  let at = null;

  const show = (event) => {
    if (!editor.isEditable || event.buttons) return;
    const block = blockAt(editor.view, event.clientY);
    at = block?.at ?? null;
    element.hidden = at === null;
    if (at === null) return;
    const [box, frame] = [block.dom.getBoundingClientRect(), page.getBoundingClientRect()];
    element.style.top = `${box.top - frame.top + page.scrollTop}px`;
    element.style.left = `${Math.max(0, editor.view.dom.getBoundingClientRect().left - frame.left - element.offsetWidth - 4)}px`;
  };
  const hide = () => (element.hidden = true);
  const add = () => {
    const node = editor.state.doc.nodeAt(at);
    if (!node) return;
    const end = at + node.nodeSize;
    editor.chain().command(({ tr, state }) => {
      if (node.type.name !== "paragraph" || node.content.size) tr.insert(end, state.schema.nodes.paragraph.create());
      tr.setSelection(TextSelection.near(tr.doc.resolve(node.content.size || node.type.name !== "paragraph" ? end + 1 : at + 1)));
      return true;
    }).focus().insertContent("/").run();
  };
  const drag = (event) => {
    const { view } = editor;
    const selection = NodeSelection.create(view.state.doc, at);
    view.dispatch(view.state.tr.setSelection(selection));
    const { dom, text } = view.serializeForClipboard(selection.content());
    event.dataTransfer.clearData();
    event.dataTransfer.setData("text/html", dom.innerHTML);
    event.dataTransfer.setData("text/plain", text);
    event.dataTransfer.effectAllowed = "copyMove";
    view.dragging = { slice: selection.content(), move: true, node: selection };
  };

  page.addEventListener("mousemove", show);
  page.addEventListener("mouseleave", hide);
  editor.view.dom.addEventListener("keydown", hide);
  plus.addEventListener("click", add);
  grip.addEventListener("dragstart", drag);
  grip.addEventListener("click", () => editor.chain().focus().setNodeSelection(at).run());
  return () => element.remove();
}

/* The block of the page itself at this height, but none of the notes. */
function blockAt(view, y) {
  let found = null;
  view.state.doc.forEach((node, at) => {
    const dom = node.type.name === "footnotes" ? null : view.nodeDOM(at);
    if (!found && dom?.getBoundingClientRect) {
      const { top, bottom } = dom.getBoundingClientRect();
      if (y >= top - 4 && y <= bottom + 4) found = { at, dom };
    }
  });
  return found;
}

/* Moves the block the cursor is in by one: an item within its list, else a block within its frame. */
export function moved(by) {
  return ({ tr, state, dispatch }) => {
    const { $from } = state.selection;
    let depth = $from.depth;
    while (depth > 1 && !["listItem", "taskItem"].includes($from.node(depth).type.name)) depth -= 1;
    if (!depth) return false;
    const [parent, index] = [$from.node(depth - 1), $from.index(depth - 1)];
    const other = parent.maybeChild(index + by);
    if (!other || other.type.name === "footnotes" || $from.node(depth).type.name === "footnotes") return false;
    if (!dispatch) return true;
    const node = $from.node(depth);
    const start = $from.before(depth);
    const target = by < 0 ? start - other.nodeSize : start + other.nodeSize;
    tr.delete(start, start + node.nodeSize).insert(target, node);
    tr.setSelection(TextSelection.create(tr.doc, target + ($from.pos - start))).scrollIntoView();
    return true;
  };
}
