import { Controller } from "../vendor/stimulus.js";

/* A dashed field that puts dropped files into its <input type="file">, which then names them itself. */
export default class extends Controller {
  static targets = ["input"];

  over(event) {
    event.preventDefault();
    this.element.classList.add("is-over");
  }

  leave() {
    this.element.classList.remove("is-over");
  }

  drop(event) {
    event.preventDefault();
    this.leave();
    this.inputTarget.files = event.dataTransfer.files;
    this.inputTarget.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
