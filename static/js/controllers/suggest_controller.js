import { Controller } from "../vendor/stimulus.js";

const PAUSE = 120; // milliseconds after the last key

/* Asks what to offer below a search box: a moment after the last key, never while an input method composes.
   A newer question ends the older one (hx-sync). What comes back is panel_controller's; without scripts the form
   simply searches. */
export default class extends Controller {
  static targets = ["input", "panel", "clear"];

  connect() {
    this.toggle();
    if (document.activeElement === this.inputTarget) this.focused(); // it was there before this script
  }

  disconnect() {
    this.rest();
  }

  typed(event) {
    this.toggle();
    if (!this.isComposing && !event.isComposing) this.later();
  }

  compose() {
    this.isComposing = true;
    this.rest();
  }

  composed() {
    this.isComposing = false;
    this.later();
  }

  focused() {
    if (!this.inputTarget.value.trim()) this.later();
  }

  pressed(event) {
    if (event.key === "ArrowDown" && !event.isComposing && !this.panelTarget.firstElementChild) this.ask();
  }

  later() {
    this.rest();
    this.pause = setTimeout(() => this.ask(), PAUSE);
  }

  rest() {
    clearTimeout(this.pause);
  }

  ask() {
    this.inputTarget.dataset.asked = this.inputTarget.value.trim();
    if (document.activeElement === this.inputTarget) this.dispatch("ask", { target: this.inputTarget, bubbles: false });
  }

  online() {
    if ("asked" in this.inputTarget.dataset) this.ask();
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
}
