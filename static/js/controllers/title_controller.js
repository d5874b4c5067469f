import { Controller } from "../vendor/stimulus.js";

/* A title in as many lines as it needs, and none of one's own: Enter leads on, pasted breaks become spaces. */
export default class extends Controller {
  connect() {
    this.fit = () => this.grow();
    this.watch = new ResizeObserver(this.fit); // a turned phone, larger type, a side that opens
    this.watch.observe(this.element.parentElement);
    this.element.addEventListener("values:shown", this.fit);
    this.grow();
  }

  disconnect() {
    this.watch.disconnect();
    this.element.removeEventListener("values:shown", this.fit);
  }

  grow() {
    this.element.style.height = "auto";
    this.element.style.height = `${this.element.scrollHeight}px`;
  }

  /* Bound before whoever reads the value, so nobody ever sees a break. */
  flatten({ isComposing }) {
    const { value, selectionEnd } = this.element;
    if (!isComposing && /[\r\n]/.test(value)) {
      this.element.value = value.replace(/[\r\n]+/g, " ");
      this.element.setSelectionRange(selectionEnd, selectionEnd);
    }
    this.grow();
  }

  leave(event) {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    document.querySelector(".ed-body, textarea[name=body]")?.focus();
  }
}
