import { isTarget } from "../extensions/attributes.js";
import { isChosen, linkOf, unlink } from "../extensions/signs.js";
import { put, table } from "./blocks.js";
import { searching } from "./searching.js";

/* Windows over the text: a link, the size of a table, a section of another page. What is open remembers where the
   cursor was; closing leads back there. */
export function dialogs(desk) {
  const { root, editor } = desk;
  const opening = { link: () => openLink(desk), table: () => {}, include: () => {}, regulation: () => {}, keys: () => {} };

  desk.open = (name) => {
    const dialog = root.querySelector(`dialog[data-window="${name}"]`);
    if (!dialog) return false;
    opening[name]?.();
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", ""); // Safari 14
    dialog.querySelector("[autofocus], input, select")?.focus();
    return true;
  };
  const finish = (dialog) => {
    if (dialog.close) dialog.close();
    else dialog.removeAttribute("open");
    editor.commands.focus();
  };
  const answers = {
    table: (form) => put(editor, table(sized(form.rows), sized(form.columns), form.head.checked)),
    link: (form) => link(editor, form),
  };

  root.querySelectorAll("dialog[data-window]").forEach((dialog) => {
    const name = dialog.dataset.window;
    dialog.addEventListener("close", () => editor.isEditable && editor.commands.focus());
    dialog.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      if (answers[name]?.(event.target.elements) !== false) finish(dialog);
    });
    dialog.querySelector("[data-unlink]")?.addEventListener("click", () => {
      unlink(editor);
      finish(dialog);
    });
  });
  searching(desk, { window: "link", take: (hit, form) => ((form.target.value = `page:${hit.uid}`), (form.words.value ||= hit.title)) });
  searching(desk, { window: "regulation", take: (hit, form, part) => finishWith("regulation", () => cite(editor, hit, part)) });
  searching(desk, { window: "include", take: (hit, form, part) => finishWith("include", () => put(editor, { type: "include", attrs: { uid: hit.uid, anchor: part?.anchor ?? "", label: part ? `${hit.title}：${part.label}` : hit.title } })) });

  function finishWith(name, run) {
    finish(root.querySelector(`dialog[data-window="${name}"]`));
    run();
  }
}

const sized = ({ value }) => Math.min(Math.max(Number(value) || 3, 1), 50);

function openLink({ root, editor }) {
  const form = root.querySelector("dialog[data-window=link] form").elements;
  if (editor.isActive("link")) editor.commands.extendMarkRange("link");
  const { from, to } = editor.state.selection;
  form.words.closest(".field").hidden = isChosen(editor); // a picture has no words
  form.target.value = linkOf(editor) ?? "";
  form.words.value = editor.state.doc.textBetween(from, to, " ");
  form.target.setCustomValidity("");
  root.querySelector("[data-unlink]").hidden = linkOf(editor) === null;
}

/* `target` may be an address, a page of the house (its address is understood when saved) or the place of a heading. */
function link(editor, { target, words }) {
  const typed = target.value.trim();
  const href = /^(www\.|[\w-]+(\.[\w-]+)+(\/|$))/.test(typed) ? `https://${typed}` : /^[^\s@]+@[^\s@]+\.\w+$/.test(typed) ? `mailto:${typed}` : typed;
  if (!isTarget(href)) {
    target.setCustomValidity(target.dataset.invalid);
    target.reportValidity();
    target.addEventListener("input", () => target.setCustomValidity(""), { once: true });
    return false;
  }
  const { from, to, empty } = editor.state.selection;
  if (isChosen(editor)) return editor.chain().setMark("link", { href }).setNodeSelection(from).run();
  const said = words.value.trim() || typed;
  const marks = [{ type: "link", attrs: { href } }];
  if (!empty && editor.state.doc.textBetween(from, to, " ") === said) return editor.commands.setMark("link", { href });
  return editor.chain().insertContentAt({ from, to }, { type: "text", text: said, marks }).run();
}

function cite(editor, { uid, title }, part) {
  const href = `page:${uid}${part ? `#${part.anchor}` : ""}`;
  const text = `《${title}》${part ? part.label : ""}`;
  editor.chain().focus().insertContent([{ type: "text", text, marks: [{ type: "link", attrs: { href } }] }]).run();
}
