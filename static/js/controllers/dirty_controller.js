import { Controller } from "../vendor/stimulus.js";

/* On a form: leaving with something typed and not sent asks first. */
export default class extends Controller {
  connect() {
    this.element.addEventListener("input", this.mark);
    this.element.addEventListener("submit", this.clear);
    window.addEventListener("beforeunload", this.warn);
  }

  disconnect() {
    window.removeEventListener("beforeunload", this.warn);
  }

  mark = () => (this.isDirty = true);
  clear = () => (this.isDirty = false);

  warn = (event) => {
    if (!this.isDirty) return;
    event.preventDefault();
    event.returnValue = "";
  };
}
