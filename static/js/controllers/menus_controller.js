import { Controller } from "../vendor/stimulus.js";

/* Menus are <details class="pop">: a click elsewhere or Esc closes them, and Esc gives the focus back. */
export default class extends Controller {
  connect() {
    document.addEventListener("click", this.closeOthers);
    document.addEventListener("keydown", this.closeOnEscape);
  }

  disconnect() {
    document.removeEventListener("click", this.closeOthers);
    document.removeEventListener("keydown", this.closeOnEscape);
  }

  get open() {
    return [...document.querySelectorAll("details.pop[open]")];
  }

  closeOthers = (event) => {
    this.open.filter((menu) => !menu.contains(event.target)).forEach((menu) => (menu.open = false));
  };

  closeOnEscape = (event) => {
    if (event.key !== "Escape") return;
    this.open.forEach((menu) => {
      const hadFocus = menu.contains(document.activeElement);
      menu.open = false;
      if (hadFocus) menu.querySelector("summary").focus();
    });
  };
}
