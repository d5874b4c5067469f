/* The words and the width of the picture that is chosen. */
export function picturebar({ root, editor }) {
  const fields = [...root.querySelectorAll("[data-picture]")];
  const chosen = () => (editor.state.selection.node?.type.name === "image" ? editor.state.selection : null);

  const show = () => {
    const selection = chosen();
    for (const field of fields) {
      if (document.activeElement !== field) field.value = selection?.node.attrs[field.dataset.picture] ?? "";
    }
  };
  const write = (field, selection) => {
    const name = field.dataset.picture;
    const typed = field.value.replace(/\s+/g, " ").trim().slice(0, 500);
    const number = Math.min(Math.max(Math.round(Number(typed)), 0), 2000) || null;
    const value = name === "width" ? number : typed || (name === "title" ? null : "");
    const { from, node } = selection;
    if (!editor.isEditable || node.attrs[name] === value) return;
    editor.chain().command(({ tr }) => !!tr.setNodeAttribute(from, name, value)).setNodeSelection(from).run();
  };
  for (const field of fields) {
    field.addEventListener("change", () => chosen() && write(field, chosen()));
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      if (chosen()) write(field, chosen());
      editor.commands.focus();
    });
  }
  editor.on("transaction", show);
}
