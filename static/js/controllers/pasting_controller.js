import { Controller } from "../vendor/stimulus.js";
import { post, say } from "../post.js";
import { insert } from "./insert.js";

const SHAPED = /<(h[1-6]|ul|ol|dl|table|p|a|b|strong|i|em|u|s|del|mark|su[bp]|img|pre|code|blockquote)[\s>]/i;
const FENCE = /^ {0,3}(```|~~~)/gm;
const ON_DISK = /<img\b[^>]*(file:|[a-z]:[\\/])/i; // Word names its pictures so; they are in the RTF beside it
const MOST_RTF = 32 * 1024 * 1024;
const MOST_FILES = 30;
const BLOCK = /\n|^(#|[-*+] |\d+\. |\||<table|>)/;
const PATIENCE = 20000; // milliseconds until the plain words are put there instead

/* What was copied with its form (Word, Excel, web) goes to the server and comes back as Markdown, put in as one step that
   undo takes back. Without a form, within code, or with Ctrl+Shift+V the plain words are pasted as ever. */
export default class extends Controller {
  static targets = ["area"];
  static values = { url: String, page: String, parent: String, failed: String };

  paste(event) {
    const carried = event.clipboardData;
    const html = carried?.getData("text/html");
    if (!html || !SHAPED.test(html) || this.isInCode || isPicture(html, carried.files)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const beside = ON_DISK.test(html) ? { rtf: carried.getData("text/rtf"), files: pictures(carried.files) } : {};
    this.bring(html, carried.getData("text/plain"), beside);
  }

  async bring(html, words, beside) {
    const area = this.areaTarget;
    area.readOnly = true; // what is typed meanwhile would stand within what comes
    area.setAttribute("aria-busy", "true");
    const said = await this.ask(html, beside);
    area.readOnly = false;
    area.removeAttribute("aria-busy");
    insert(area, said.markdown === undefined ? words : this.placed(said.markdown.trim()));
    if (said.error || said.lost) say(said.error || said.lost, "warning");
  }

  async ask(html, { rtf = "", files = [] }) {
    const data = new FormData();
    data.append("html", new Blob([html], { type: "text/html" }), "paste.html");
    if (rtf && rtf.length <= MOST_RTF) data.append("rtf", new Blob([rtf], { type: "text/rtf" }), "paste.rtf");
    for (const file of files) data.append("files", file, file.name);
    data.append("page", this.pageValue);
    data.append("parent", this.parentValue);
    try {
      const answer = await Promise.race([post(this.urlValue, data), new Promise((_, fail) => setTimeout(fail, PATIENCE))]);
      return await answer.json();
    } catch (_error) {
      return { error: this.failedValue };
    }
  }

  /* Blocks stand apart from the lines around them. */
  placed(markdown) {
    const { value, selectionStart, selectionEnd } = this.areaTarget;
    if (!BLOCK.test(markdown)) return markdown;
    const [before, after] = [value.slice(0, selectionStart), value.slice(selectionEnd)];
    const above = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    return above + markdown + (after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n");
  }

  get isInCode() {
    const before = this.areaTarget.value.slice(0, this.areaTarget.selectionStart);
    return (before.match(FENCE) || []).length % 2 === 1;
  }
}

function pictures(files) {
  return Array.from(files).filter((file) => file.type.startsWith("image/")).slice(0, MOST_FILES);
}

/* A copied picture comes with HTML around it; the file itself is the better copy. */
function isPicture(html, files) {
  if (!files.length) return false;
  return !new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
}
