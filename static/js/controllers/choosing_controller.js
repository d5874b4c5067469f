import { Controller } from "../vendor/stimulus.js";

const PAUSE = 150; // milliseconds

/* A field that names one thing: what is typed is looked for among the suggestions, Enter or a click takes one, and the
   hidden field beside it gets its uid. Nothing fires while an input method is composing. */
export default class extends Controller {
  static targets = ["input", "list"];
  static values = { url: String, kind: String };

  get uid() {
    return this.element.querySelector("input[name=uid]");
  }

  look(event) {
    this.uid.value = "";
    clearTimeout(this.waiting);
    const words = this.inputTarget.value.trim();
    if (event.isComposing) return;
    if (!words) return this.close();
    this.waiting = setTimeout(() => this.ask(words), PAUSE);
  }

  async ask(words) {
    const address = `${this.urlValue}?kind=${this.kindValue}&q=${encodeURIComponent(words)}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok || words !== this.inputTarget.value.trim()) return;
    const { suggestions } = await answer.json();
    this.listTarget.replaceChildren(...suggestions.slice(0, 8).map((hit, place) => this.option(hit, place)));
    this.listTarget.hidden = !suggestions.length;
    this.inputTarget.setAttribute("aria-expanded", String(Boolean(suggestions.length)));
  }

  option(hit, place) {
    const option = document.createElement("li");
    option.className = "sug-o";
    option.id = `${this.listTarget.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = hit.path ? `${hit.title} · ${hit.path}` : hit.title;
    option.addEventListener("click", () => this.take(hit));
    return option;
  }

  take(hit) {
    this.inputTarget.value = hit.title;
    this.uid.value = hit.uid;
    this.close();
    this.inputTarget.focus();
  }

  keys(event) {
    if (this.listTarget.hidden || event.isComposing) return;
    const options = [...this.listTarget.children];
    const place = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter") options[Math.max(place, 0)].click();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = (place + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length;
      options.forEach((option, each) => option.setAttribute("aria-selected", String(each === next)));
      this.inputTarget.setAttribute("aria-activedescendant", options[next].id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  close() {
    this.listTarget.hidden = true;
    this.inputTarget.setAttribute("aria-expanded", "false");
    this.inputTarget.removeAttribute("aria-activedescendant");
  }
}
