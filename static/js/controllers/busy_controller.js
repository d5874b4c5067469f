import { Controller } from "../vendor/stimulus.js";

const GIVE_UP_AFTER = 15000; // a download leaves the page where it is: the button must work again

/* The pressed button turns, keeps its width and says that it is working; a second press sends nothing.
   data-busy="off" on a form switches this off. */
export default class extends Controller {
  static values = { text: String };

  connect() {
    document.addEventListener("submit", this.begin);
    window.addEventListener("pageshow", this.endAll);
    document.addEventListener("htmx:afterRequest", this.endAll);
  }

  disconnect() {
    document.removeEventListener("submit", this.begin);
    window.removeEventListener("pageshow", this.endAll);
    document.removeEventListener("htmx:afterRequest", this.endAll);
  }

  working = new Map();

  begin = (event) => {
    const form = event.target;
    if (form.dataset.busy === "off" || form.method !== "post") return;
    if (this.working.has(form)) {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented && !form.matches("[hx-post],[hx-get],[hx-put],[hx-delete]")) return;
    const button = event.submitter || form.querySelector(".btn:not([type=button])");
    if (!button?.classList.contains("btn")) return;
    this.working.set(form, { button, children: [...button.childNodes] });
    button.style.minWidth = `${button.offsetWidth}px`;
    button.setAttribute("aria-busy", "true");
    const turning = Object.assign(document.createElement("span"), { className: "spin" });
    turning.setAttribute("aria-hidden", "true");
    button.replaceChildren(turning, button.dataset.busyText || this.textValue);
    setTimeout(() => this.end(form), GIVE_UP_AFTER);
  };

  end(form) {
    const was = this.working.get(form);
    if (!was) return;
    this.working.delete(form);
    was.button.removeAttribute("aria-busy");
    was.button.style.minWidth = "";
    was.button.replaceChildren(...was.children);
  }

  endAll = () => [...this.working.keys()].forEach((form) => this.end(form));
}
