import { Controller } from "../vendor/stimulus.js";
import { insert } from "./insert.js";

const PAUSE = 150; // milliseconds
const TYPED = /(\[\[|@)([^\s\[\]@]{1,30})$/;

/* After “[[” pages and after “@” people are suggested by title, name, pinyin or initials; Enter or a click takes one.
   Nothing fires while an input method is composing. */
export default class extends Controller {
  static targets = ["area", "list"];
  static values = { url: String };

  look(event) {
    if (event.isComposing) return;
    clearTimeout(this.waiting);
    const found = this.areaTarget.value.slice(0, this.areaTarget.selectionStart).match(TYPED);
    if (!found) return this.close();
    this.waiting = setTimeout(() => this.ask(found[1] === "@" ? "person" : "page", found[2]), PAUSE);
  }

  async ask(kind, words) {
    const address = `${this.urlValue}?kind=${kind}&q=${encodeURIComponent(words)}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) return this.close();
    const { suggestions } = await answer.json();
    this.listTarget.replaceChildren(...suggestions.slice(0, 8).map((hit) => this.option(kind, hit)));
    this.listTarget.hidden = !suggestions.length;
    this.listTarget.firstElementChild?.setAttribute("aria-selected", "true");
  }

  option(kind, hit) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("role", "option");
    button.textContent = hit.path ? `${hit.title} · ${hit.path}` : hit.title;
    button.addEventListener("click", () => this.take(kind, hit));
    return button;
  }

  take(kind, hit) {
    const area = this.areaTarget;
    const typed = area.value.slice(0, area.selectionStart).match(TYPED);
    if (!typed) return;
    area.setSelectionRange(area.selectionStart - typed[0].length, area.selectionStart);
    insert(area, kind === "person" ? `[@${hit.title}](mention:${hit.uid})` : `[${hit.title}](page:${hit.uid})`);
    this.close();
  }

  keys(event) {
    if (this.listTarget.hidden || event.isComposing) return;
    const options = [...this.listTarget.children];
    const place = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" || event.key === "Tab") options[Math.max(place, 0)].click();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = (place + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length;
      options.forEach((option, each) => option.setAttribute("aria-selected", String(each === next)));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  close() {
    this.listTarget.hidden = true;
  }
}
