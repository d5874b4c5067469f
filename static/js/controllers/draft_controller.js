import { Controller } from "../vendor/stimulus.js";
import { post } from "../post.js";

const EVERY = 4000; // milliseconds between two keepings while somebody writes

/* Keeps on the server what is being written, and says on every width whether it is safe. */
export default class extends Controller {
  static targets = ["state"];
  static values = { url: String, kept: String, waiting: String, failed: String };

  changed() {
    this.say(this.waitingValue, false);
    if (!this.timer) this.timer = setTimeout(() => this.keep(), EVERY);
  }

  async keep() {
    this.timer = null;
    const data = new FormData(this.element);
    try {
      const answer = await post(this.urlValue, data);
      const said = await answer.json();
      if (answer.ok) this.say(`${this.keptValue} ${said.at}`, true);
      else this.say(Object.values(said.errors || {}).flat().join(" ") || this.failedValue, false);
    } catch (_error) {
      this.say(this.failedValue, false);
      this.timer = setTimeout(() => this.keep(), EVERY);
    }
  }

  say(words, isSafe) {
    this.stateTargets.forEach((state) => {
      state.textContent = words;
      state.classList.toggle("is-warn", !isSafe);
    });
  }

  disconnect() {
    clearTimeout(this.timer);
  }
}
