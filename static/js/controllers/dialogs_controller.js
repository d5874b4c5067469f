import { Controller } from "../vendor/stimulus.js";

/* data-opens="id" opens that <dialog>, data-closes closes the one around it; a click beside it closes it too. */
export default class extends Controller {
  connect() {
    document.addEventListener("click", this.clicked);
  }

  disconnect() {
    document.removeEventListener("click", this.clicked);
  }

  clicked = (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) {
      event.preventDefault();
      document.getElementById(opener.dataset.opens).showModal();
    } else if (event.target.closest("[data-closes]")) {
      event.target.closest("dialog").close();
    } else if (event.target.matches("dialog[open]") && event.target.dataset.stays === undefined) {
      event.target.close();
    }
  };
}
