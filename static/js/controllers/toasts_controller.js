import { Controller } from "../vendor/stimulus.js";

const SHOWN_FOR = 6000; // long enough to read two lines; pointing at it or focusing it keeps it

/* Short messages at the bottom: those that came with the page, and those that scripts and htmx announce. */
export default class extends Controller {
  static targets = ["toast", "template"];
  static values = { failed: String, offline: String, online: String };

  toastTargetConnected(toast) {
    if (/error|warning/.test(toast.dataset.tone)) return;
    const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, SHOWN_FOR) : toast.remove());
    setTimeout(leave, SHOWN_FOR);
  }

  add({ detail: { text, tone = "", offer } }) {
    const toast = this.templateTarget.content.firstElementChild.cloneNode(true);
    toast.dataset.tone = tone;
    toast.querySelector("span").textContent = text;
    if (offer) toast.querySelector("span").after(this.button(offer, toast));
    this.element.append(toast);
  }

  button({ words, run }, toast) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "toast-act", textContent: words });
    button.addEventListener("click", () => {
      toast.remove();
      run();
    });
    return button;
  }

  close(event) {
    event.target.closest(".toast").remove();
  }

  failed() {
    this.add({ detail: { text: this.failedValue, tone: "error" } });
  }

  /* A page that keeps what is written by itself tells it better: [data-tells-offline]. */
  offline() {
    if (document.querySelector("[data-tells-offline]")) return;
    this.online();
    this.add({ detail: { text: this.offlineValue, tone: "error" } });
    this.lost = this.element.lastElementChild;
  }

  online() {
    if (!this.lost) return;
    this.lost.remove();
    this.lost = null;
    this.add({ detail: { text: this.onlineValue } });
  }
}
