import { Controller } from "../vendor/stimulus.js";

const PAUSE = 120; // milliseconds after the last key
const PATIENCE = 300; // milliseconds before the shape of an answer stands in for it

/* Asks what to offer below a search box: a moment after the last key, never while an input method composes.
   A newer question ends the older one (hx-sync), and what is shown stays until the answer is there.
   Without it the form simply searches. */
export default class extends Controller {
  static targets = ["input", "panel", "status", "clear", "coming", "away"];

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
    this.toggle();
    if (document.activeElement === this.inputTarget) this.focused(); // it was there before this script
  }

  disconnect() {
    for (const [name, answer] of Object.entries(this.answers)) this.element.removeEventListener(name, answer);
    clearTimeout(this.pause);
    clearTimeout(this.waiting);
  }

  typed(event) {
    this.toggle();
    if (!this.isComposing && !event.isComposing) this.later();
  }

  compose() {
    this.isComposing = true;
    clearTimeout(this.pause);
  }

  composed() {
    this.isComposing = false;
    this.later();
  }

  focused() {
    if (!this.inputTarget.value.trim()) this.later();
  }

  pressed(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && !this.panelTarget.firstElementChild) this.ask();
  }

  escape(event) {
    if (event.isComposing || !this.panelTarget.firstElementChild) return;
    event.preventDefault(); // or the browser would empty the field
    this.inputTarget.focus();
    this.close();
  }

  later() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.ask(), PAUSE);
  }

  ask() {
    this.asked = this.inputTarget.value.trim();
    if (document.activeElement === this.inputTarget) this.dispatch("ask", { target: this.inputTarget, bubbles: false });
  }

  /* Whether the person still stands in the box and it holds the words that were asked about. */
  get isWanted() {
    return document.activeElement === this.inputTarget && this.asked === this.inputTarget.value.trim();
  }

  /* What is changed in the panel itself, such as a search forgotten, is always wanted. */
  isLate({ detail }) {
    return detail.requestConfig.elt === this.inputTarget && !this.isWanted;
  }

  arrived() {
    this.panelTarget.removeAttribute("aria-busy");
    if (document.activeElement === document.body) this.inputTarget.focus(); // what had it was replaced
    this.say(this.panelTarget.firstElementChild?.dataset.said);
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

  online() {
    if (this.asked !== undefined) this.ask();
  }

  clear() {
    this.inputTarget.value = "";
    this.inputTarget.focus();
    this.toggle();
    this.later();
  }

  toggle() {
    this.clearTarget.hidden = !this.inputTarget.value;
  }

  /* A question whether to empty the history stands in a dialog, and comes back. */
  left({ target }) {
    if (!this.element.contains(target) && !target.closest?.("dialog")) this.close();
  }

  close() {
    clearTimeout(this.pause);
    this.asked = undefined;
    this.inputTarget.dispatchEvent(new Event("htmx:abort"));
    this.panelTarget.replaceChildren();
    this.say("");
  }

  say(words = "") {
    this.statusTarget.textContent = words;
  }
}
