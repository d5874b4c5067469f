import { Controller } from "../vendor/stimulus.js";
import { filesOf } from "./gathering.js";

const MEGABYTE = 1024 * 1024;
const MOST_ROWS = 200; // named one by one; more are counted

/* Files chosen, dropped, or whole folders of them: a list to look at, then one upload that says how far it is. */
export default class extends Controller {
  static targets = ["input", "zone", "error", "chosen", "count", "total", "list", "row", "sending", "said", "percent", "bar", "acts"];
  static values = {
    most: Number, heaviest: Number, many: String, heavy: String, none: String,
    sending: String, arrived: String, failed: String, remove: String, further: String,
  };

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
    const wanted = found.filter(({ path }) => !known.has(path) && !/(^|\/)(\.|~\$)/.test(path));
    this.files = [...this.files, ...wanted];
    this.show();
  }

  remove({ currentTarget }) {
    const at = [...this.listTarget.children].indexOf(currentTarget.closest("li"));
    this.files.splice(at, 1);
    this.show();
    (this.listTarget.children[at]?.querySelector("button") || this.inputTarget).focus();
  }

  show() {
    const rows = this.files.slice(0, MOST_ROWS).map((each) => this.drawn(each));
    const further = this.files.length - rows.length;
    if (further) rows.push(Object.assign(document.createElement("li"), { className: "t3 small card-pad", textContent: `${this.furtherValue} ${further}` }));
    this.listTarget.replaceChildren(...rows);
    this.chosenTarget.hidden = !this.files.length;
    this.countTarget.textContent = this.files.length;
    this.totalTarget.textContent = sized(this.weight);
    this.complain(this.tooMuch());
  }

  drawn({ file, path }) {
    const row = this.rowTarget.content.firstElementChild.cloneNode(true);
    row.querySelector(".title").textContent = file.name;
    row.querySelector(".sub").textContent = path.slice(0, -file.name.length).replace(/\/$/, "");
    row.querySelector(".end").textContent = sized(file.size);
    row.querySelector("button").setAttribute("aria-label", `${this.removeValue} ${file.name}`);
    return row;
  }

  get weight() {
    return this.files.reduce((sum, { file }) => sum + file.size, 0);
  }

  tooMuch() {
    if (this.files.length > this.mostValue) return this.manyValue;
    return this.weight > this.heaviestValue * MEGABYTE ? this.heavyValue : "";
  }

  complain(words) {
    const line = Object.assign(document.createElement("div"), { className: "err", textContent: words });
    this.errorTarget.replaceChildren(...(words ? [line] : []));
  }

  send(event) {
    event.preventDefault();
    const wrong = this.files.length ? this.tooMuch() : this.noneValue;
    this.complain(wrong);
    if (wrong) return;
    const form = new FormData(this.element);
    form.delete("files");
    this.files.forEach(({ file, path }) => {
      form.append("files", file, file.name);
      form.append("paths", path);
    });
    this.request = new XMLHttpRequest(); // fetch cannot tell how far an upload is
    this.request.open("POST", location.href);
    this.request.setRequestHeader("Accept", "application/json");
    this.request.upload.onprogress = ({ loaded, total }) => this.tell(Math.floor((loaded / total) * 100));
    this.request.onload = () => this.arrived();
    this.request.onerror = () => this.stay(this.failedValue);
    this.request.onabort = () => this.stay("");
    this.turn(true);
    this.tell(0);
    this.request.send(form);
  }

  tell(percent) {
    this.barTarget.value = percent;
    this.percentTarget.textContent = `${percent}%`;
    const words = percent < 100 ? this.sendingValue : this.arrivedValue;
    if (this.saidTarget.textContent !== words) this.saidTarget.textContent = words; // read out once
  }

  arrived() {
    let said = {};
    try {
      said = JSON.parse(this.request.responseText);
    } catch (_error) {
      said = {};
    }
    if (said.url) location.assign(said.url);
    else this.stay(said.error || this.failedValue);
  }

  cancel() {
    this.request?.abort();
  }

  stay(words) {
    this.turn(false);
    this.complain(words);
  }

  turn(isSending) {
    this.sendingTarget.hidden = !isSending;
    this.actsTarget.hidden = isSending;
    this.zoneTarget.inert = isSending;
  }
}

function sized(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < MEGABYTE) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
