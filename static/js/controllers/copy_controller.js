import { Controller } from "../vendor/stimulus.js";
import { say } from "../post.js";

/* Copies data-copy-text-value, or the text of the source target, and says so with data-copy-done-value. */
export default class extends Controller {
  static targets = ["source"];
  static values = { text: String, done: String };

  async copy() {
    const text = this.textValue || this.sourceTarget.value || this.sourceTarget.textContent.trim();
    await navigator.clipboard.writeText(text);
    say(this.doneValue);
  }
}
