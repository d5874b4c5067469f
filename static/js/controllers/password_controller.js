import { Controller } from "../vendor/stimulus.js";

/* Shows and hides what is typed into a password field. */
export default class extends Controller {
  static targets = ["input"];

  toggle({ currentTarget: button }) {
    const isShown = this.inputTarget.type === "password";
    this.inputTarget.type = isShown ? "text" : "password";
    button.setAttribute("aria-pressed", String(isShown));
  }
}
