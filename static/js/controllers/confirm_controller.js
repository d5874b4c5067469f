import { Controller } from "../vendor/stimulus.js";
import { submit } from "../post.js";

/* Asks before a form with data-confirm="…" is sent (or a button of it, or hx-confirm), in our own dialog.
   data-confirm-yes="删除" names the button that goes on. */
export default class extends Controller {
  static targets = ["dialog", "text", "yes"];

  connect() {
    document.addEventListener("submit", this.onSubmit, true);
    document.addEventListener("htmx:confirm", this.onHtmx);
  }

  disconnect() {
    document.removeEventListener("submit", this.onSubmit, true);
    document.removeEventListener("htmx:confirm", this.onHtmx);
  }

  onSubmit = async (event) => {
    const asking = [event.submitter, event.target].find((element) => element?.dataset.confirm);
    if (!asking || event.target === this.agreed) {
      this.agreed = null;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!(await this.ask(asking.dataset.confirm, asking.dataset.confirmYes))) return;
    this.agreed = event.target;
    submit(event.target, event.submitter);
  };

  onHtmx = async (event) => {
    if (!event.detail.question) return;
    event.preventDefault();
    if (await this.ask(event.detail.question, event.detail.elt.dataset.confirmYes)) event.detail.issueRequest(true);
  };

  ask(question, yes) {
    const dialog = this.dialogTarget;
    if (!dialog.showModal) return Promise.resolve(window.confirm(question));
    this.usual ||= this.yesTarget.textContent;
    this.textTarget.textContent = question;
    this.yesTarget.textContent = yes || this.usual;
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((answer) => {
      dialog.addEventListener("close", () => answer(dialog.returnValue === "yes"), { once: true });
    });
  }
}
