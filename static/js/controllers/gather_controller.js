import { Controller } from "../vendor/stimulus.js";
import { filesOf, lineOf, rowOf, sized } from "./gathering.js";

const MEGABYTE = 1024 * 1024;
const MOST_ROWS = 200; // named one by one; more are counted

/* Files chosen, dropped, or whole folders of them: a list to look at. Who sends them asks with "wanted". */
export default class extends Controller {
  static targets = ["input", "zone", "error", "chosen", "count", "total", "list", "row"];
  static values = { most: Number, heaviest: Number, many: String, heavy: String, none: String, remove: String, further: String };

  files = [];

  connect() {
    this.element.classList.add("is-gathering");
  }

  over(event) {
    event.preventDefault();
    this.zoneTarget.classList.add("is-over");
  }

  leave() {
    this.zoneTarget.classList.remove("is-over");
  }

  async drop(event) {
    event.preventDefault();
    this.leave();
    this.add(await filesOf(event.dataTransfer));
  }

  choose({ target }) {
    this.add([...target.files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
    target.value = "";
  }

  add(found) {
    const known = new Set(this.files.map(({ path }) => path));
    this.files.push(...found.filter(({ path }) => !known.has(path) && !/(^|\/)(\.|~\$)/.test(path)));
    this.show();
  }

  remove({ currentTarget }) {
    const at = [...this.listTarget.children].indexOf(currentTarget.closest("li"));
    this.files.splice(at, 1);
    this.show();
    (this.listTarget.children[at]?.querySelector("button") || this.inputTarget).focus();
  }

  show() {
    const shown = this.files.slice(0, MOST_ROWS);
    const further = this.files.length - shown.length;
    this.listTarget.replaceChildren(...shown.map((each) => rowOf(this.rowTarget, each, this.removeValue)));
    if (further) this.listTarget.append(lineOf(`${this.furtherValue} ${further}`, "li", "t3 small card-pad"));
    this.chosenTarget.hidden = !this.files.length;
    this.countTarget.textContent = this.files.length;
    this.totalTarget.textContent = sized(this.weight);
    this.complain({ detail: this.files.length ? this.wrong : "" });
  }

  get weight() {
    return this.files.reduce((sum, { file }) => sum + file.size, 0);
  }

  get wrong() {
    if (!this.files.length) return this.noneValue;
    if (this.files.length > this.mostValue) return this.manyValue;
    return this.weight > this.heaviestValue * MEGABYTE ? this.heavyValue : "";
  }

  complain({ detail: words }) {
    this.errorTarget.replaceChildren(...(words ? [lineOf(words, "div", "err")] : []));
  }

  wanted({ detail }) {
    detail.wrong = this.wrong;
    detail.files = this.files;
  }
}
