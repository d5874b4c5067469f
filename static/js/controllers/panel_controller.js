import { Controller } from "../vendor/stimulus.js";

const PATIENCE = 300; // milliseconds before the shape of an answer stands in for it

/* What is shown below a search box: it stays until the newer answer is there, and goes with Escape or a click beside it.
   The field says in data-asked which words were asked about last. */
export default class extends Controller {
  static targets = ["input", "panel", "status", "coming", "away"];

  connect() {
    this.answers = {
      "htmx:beforeRequest": () => (this.waiting = setTimeout(() => this.wait(), PATIENCE)),
      "htmx:afterRequest": () => clearTimeout(this.waiting),
      "htmx:beforeSwap": (event) => this.isLate(event) && (event.detail.shouldSwap = false),
      "htmx:afterSwap": () => this.arrived(),
      "htmx:responseError": () => this.fail(),
      "htmx:sendError": () => this.fail(),
      "htmx:timeout": () => this.fail(),
    };
    for (const [name, answer] of Object.entries(this.answers)) this.element.addEventListener(name, answer);
  }

  disconnect() {
    for (const [name, answer] of Object.entries(this.answers)) this.element.removeEventListener(name, answer);
    clearTimeout(this.waiting);
  }

  /* Whether the person still stands in the box and it holds the words that were asked about. */
  get isWanted() {
    const { value, dataset } = this.inputTarget;
    return document.activeElement === this.inputTarget && dataset.asked === value.trim();
  }

  /* What is changed in the panel itself, such as a search forgotten, is always wanted. */
  isLate({ detail }) {
    return detail.requestConfig.elt === this.inputTarget && !this.isWanted;
  }

  arrived() {
    this.panelTarget.removeAttribute("aria-busy");
    this.say(this.panelTarget.firstElementChild?.dataset.said);
    if (document.activeElement === document.body) this.inputTarget.focus(); // what had it was replaced
  }

  wait() {
    if (this.panelTarget.firstElementChild) this.panelTarget.setAttribute("aria-busy", "true");
    else if (this.isWanted) this.panelTarget.replaceChildren(this.comingTarget.content.cloneNode(true));
  }

  fail() {
    if (!this.isWanted) return;
    this.panelTarget.replaceChildren(this.awayTarget.content.cloneNode(true));
    this.arrived();
  }

  escape(event) {
    if (event.isComposing || !this.panelTarget.firstElementChild) return;
    event.preventDefault(); // or the browser would empty the field
    this.inputTarget.focus();
    this.close();
  }

  /* A question whether to empty the history stands in a dialog, and comes back. */
  left({ target }) {
    if (!this.element.contains(target) && !target.closest?.("dialog")) this.close();
  }

  close() {
    delete this.inputTarget.dataset.asked;
    this.inputTarget.dispatchEvent(new Event("htmx:abort"));
    this.panelTarget.replaceChildren();
    this.say("");
    this.dispatch("closed");
  }

  say(words = "") {
    this.statusTarget.textContent = words;
  }
}
