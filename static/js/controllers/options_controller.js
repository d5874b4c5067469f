import { Controller } from "../vendor/stimulus.js";

/* A list of options below a field, whoever fills it: arrows choose, Enter opens, Tab takes the words into the field.
   Where plain links stand instead of options, arrows walk through them. */
export default class extends Controller {
  static targets = ["input", "panel"];

  connect() {
    this.observer = new MutationObserver(() => this.changed());
    this.observer.observe(this.panelTarget, { childList: true });
  }

  disconnect() {
    this.observer.disconnect();
  }

  changed() {
    this.inputTarget.setAttribute("aria-expanded", String(this.options.length > 0));
    this.inputTarget.removeAttribute("aria-activedescendant");
  }

  pressed(event) {
    if (event.isComposing || event.keyCode === 229) return; // Safari ends a composition before it tells of Enter
    if (!this.options.length) return this.walk(event);
    if (event.key === "ArrowDown") this.choose(1);
    else if (event.key === "ArrowUp") this.choose(-1);
    else if (event.key === "Enter" && this.chosen) this.chosen.click();
    else if (event.key === "Tab" && !event.shiftKey && this.chosen?.dataset.fill) this.fill(this.chosen.dataset.fill);
    else return;
    event.preventDefault();
  }

  /* Past either end nothing is chosen: Enter searches what was typed again. */
  choose(step) {
    const options = this.options;
    const place = (options.indexOf(this.chosen) + 1 + step + options.length + 1) % (options.length + 1);
    this.chosen?.setAttribute("aria-selected", "false");
    if (!place) return this.inputTarget.removeAttribute("aria-activedescendant");
    const option = options[place - 1];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.inputTarget.setAttribute("aria-activedescendant", option.id);
  }

  walk(event) {
    const stops = [this.inputTarget, ...this.panelTarget.querySelectorAll("a[href]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || stops.length === 1 || this.options.length) return;
    event.preventDefault();
    stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
  }

  fill(words) {
    this.inputTarget.value = words;
    this.inputTarget.dispatchEvent(new Event("input", { bubbles: true }));
  }

  get options() {
    return [...this.panelTarget.querySelectorAll("[role=option]")];
  }

  get chosen() {
    return this.options.find((option) => option.getAttribute("aria-selected") === "true");
  }
}
