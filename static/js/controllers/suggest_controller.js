import { Controller } from "../vendor/stimulus.js";

/* What htmx fetches below a search box while one types: arrows choose, Enter opens, Esc closes.
   Without it the form simply searches. */
export default class extends Controller {
  static targets = ["input", "panel", "option"];

  connect() {
    this.element.addEventListener("htmx:beforeSwap", this.arrived);
    document.addEventListener("click", this.clicked);
  }

  disconnect() {
    this.element.removeEventListener("htmx:beforeSwap", this.arrived);
    document.removeEventListener("click", this.clicked);
  }

  arrived = (event) => {
    if (!this.inputTarget.value.trim()) event.detail.shouldSwap = false;
  };

  optionTargetConnected() {
    this.inputTarget.setAttribute("aria-expanded", "true");
  }

  pressed(event) {
    if (event.isComposing || !this.panelTarget.firstElementChild) return;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown") this.choose(1);
    else if (event.key === "ArrowUp") this.choose(-1);
    else if (event.key === "Enter" && this.chosen) location.assign(this.chosen.dataset.url);
    else return;
    event.preventDefault();
  }

  choose(step) {
    const options = this.optionTargets;
    if (!options.length) return;
    const place = this.chosen ? options.indexOf(this.chosen) + step : Math.min(step, 0);
    this.chosen?.setAttribute("aria-selected", "false");
    const next = options[(place + options.length) % options.length];
    next.setAttribute("aria-selected", "true");
    next.scrollIntoView({ block: "nearest" });
    this.inputTarget.setAttribute("aria-activedescendant", next.id);
  }

  get chosen() {
    return this.optionTargets.find((option) => option.getAttribute("aria-selected") === "true");
  }

  open({ currentTarget }) {
    location.assign(currentTarget.dataset.url);
  }

  close() {
    this.panelTarget.replaceChildren();
    this.inputTarget.setAttribute("aria-expanded", "false");
    this.inputTarget.removeAttribute("aria-activedescendant");
  }

  clicked = ({ target }) => {
    if (!this.element.contains(target)) this.close();
  };
}
