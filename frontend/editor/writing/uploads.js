import { make } from "../extensions/elements.js";
import { say } from "../asking.js";
import { step } from "./steps.js";
import { standIn } from "./waiting.js";

const FILE = /^(!?)\[.*\]\(file:([2-9a-hjkmnp-z]{12})\)$/s;

/* Pictures and files by button, camera, paste and drop: each is sent to the server, a stand-in tells how far it is, then
   it stands in the text by its name in the house. Nothing of it is ever in the text itself. */
export function uploads(desk) {
  const { root } = desk;
  desk.choose = (kind) => root.querySelector(`input[data-choose="${kind}"]`)?.click();
  root.querySelectorAll("input[data-choose]").forEach((input) => {
    input.addEventListener("change", () => {
      [...input.files].forEach((file) => send(desk, file));
      input.value = "";
    });
  });
}

export function send(desk, file, at = desk.editor.state.selection.to) {
  const { editor, config, word } = desk;
  if (!editor.isEditable) return;
  const bar = make("progress", { class: "progress", max: "1", value: "0", "aria-label": word("sending", { name: file.name }) });
  const done = standIn(editor, at, make("span", { class: "ed-sending", contenteditable: "false" }, make("span", { class: "ell" }, word("sending", { name: file.name })), bar));
  const data = new FormData();
  data.append("file", file, file.name || `${word("file")}.${file.type.split("/")[1] || "bin"}`);
  data.append("about", config.page);
  const request = new XMLHttpRequest(); // fetch cannot tell how far an upload is
  request.open("POST", config.upload);
  for (const [name, value] of Object.entries(JSON.parse(document.body.getAttribute("hx-headers") || "{}"))) request.setRequestHeader(name, value);
  request.upload.onprogress = ({ loaded, total }) => (bar.value = total ? loaded / total : 0);
  request.onloadend = () => {
    const told = answer(request);
    const node = request.status < 300 && nodeOf(told);
    done(node ? (place) => insert(editor, place, node) : null);
    if (!node) say(told.error || word("not_sent", { name: file.name }), "error");
  };
  request.send(data);
}

function answer(request) {
  try {
    return JSON.parse(request.responseText) ?? {};
  } catch (_error) {
    return {};
  }
}

function nodeOf({ markdown = "", uid, name }) {
  const found = FILE.exec(markdown);
  if (!found) return null;
  return found[1] ? { type: "image", attrs: { src: `file:${uid}`, alt: "", title: null, width: null } } : { type: "file", attrs: { uid, name } };
}

/* Where words may stand among them, else as a paragraph of its own. */
function insert(editor, place, node) {
  step(editor);
  const $place = editor.state.doc.resolve(place);
  const isAmong = $place.parent.inlineContent && !$place.parent.type.spec.code;
  const content = isAmong ? node : { type: "paragraph", content: [node] };
  editor.chain().insertContentAt(isAmong || !$place.parent.isTextblock ? place : $place.after(), content, { updateSelection: false }).run();
  step(editor);
}
