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
      this.open(document.getElementById(opener.dataset.opens));
    } else if (event.target.closest("[data-closes]")) {
      this.close(event.target.closest("dialog"));
    } else if (event.target.matches("dialog[open]") && event.target.dataset.stays === undefined) {
      this.close(event.target);
    }
  };

  /* Safari 14 knows no <dialog>: there it simply appears in the page. */
  open(dialog) {
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
  }

  close(dialog) {
    if (dialog.close) dialog.close();
    else dialog.removeAttribute("open");
  }
}
