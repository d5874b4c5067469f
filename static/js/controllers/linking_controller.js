import { Controller } from "../vendor/stimulus.js";
import { insert } from "./insert.js";
import { known, named, rows, written } from "./naming.js";

const PAUSE = 150; // milliseconds
let lists = 0;

/* After “@” colleagues are suggested by name, pinyin or initials; where `groups` ({person: …, page: …}) says so pages, too,
   and after “[[” pages alone. Enter, Tab or a click takes one. Nothing fires while an input method composes. */
export default class extends Controller {
  static targets = ["area", "list"];
  static values = { url: String, groups: Object };

  connect() {
    this.listTarget.id ||= `linking-${(lists += 1)}`;
    this.areaTarget.addEventListener("compositionend", (event) => this.look(event));
    this.areaTarget.addEventListener("blur", () => this.close());
    this.listTarget.addEventListener("mousedown", (event) => event.preventDefault()); // the text keeps the focus
  }

  disconnect() {
    clearTimeout(this.waiting);
  }

  look(event) {
    clearTimeout(this.waiting);
    this.close();
    if (!event.isComposing && this.typed) this.waiting = setTimeout(() => this.ask(this.typed), PAUSE);
  }

  get typed() {
    return named(this.areaTarget, this.groupsValue);
  }

  async ask(asked) {
    const groups = asked ? await known(this.urlValue, asked) : [];
    if (!groups.length || this.typed?.words !== asked.words || document.activeElement !== this.areaTarget) return;
    this.listTarget.replaceChildren(...rows(groups, this.groupsValue, (hit) => this.take(hit)));
    this.options = [...this.listTarget.querySelectorAll("[role=option]")];
    this.options.forEach((option, number) => (option.id = `${this.listTarget.id}-${number}`));
    this.listTarget.hidden = false;
    this.choose(0);
  }

  choose(number) {
    this.chosen = (number + this.options.length) % this.options.length;
    this.options.forEach((option, each) => option.setAttribute("aria-selected", String(each === this.chosen)));
    this.options[this.chosen].scrollIntoView({ block: "nearest" });
    this.areaTarget.setAttribute("aria-activedescendant", this.options[this.chosen].id);
  }

  take(hit) {
    const { areaTarget: area, typed } = this;
    if (!typed) return;
    area.setSelectionRange(area.selectionStart - typed.size, area.selectionStart);
    insert(area, written(hit));
    this.close();
  }

  keys(event) {
    if (this.listTarget.hidden || event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" || event.key === "Tab") this.options[this.chosen].click();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.choose(this.chosen + (event.key === "ArrowDown" ? 1 : -1));
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  close() {
    this.listTarget.hidden = true;
    this.areaTarget.removeAttribute("aria-activedescendant");
  }
}
