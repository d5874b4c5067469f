import { Controller } from "../vendor/stimulus.js";

const EVERY = 60_000; // milliseconds, while the page is seen

/* Who is writing this page now; hidden where nobody is. */
export default class extends Controller {
  static targets = ["words"];
  static values = { url: String, words: String };

  connect() {
    this.clock = setInterval(() => this.look(), EVERY);
    document.addEventListener("visibilitychange", this.look);
    this.look();
  }

  disconnect() {
    clearInterval(this.clock);
    document.removeEventListener("visibilitychange", this.look);
  }

  look = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(this.urlValue, { credentials: "same-origin" });
      if (answer.ok) this.show(await answer.json());
    } catch (_error) {
      this.element.hidden = true;
    }
  };

  show({ editing, plain }) {
    const names = [...editing, plain].filter(Boolean).map(({ name }) => name);
    this.element.hidden = names.length === 0;
    this.wordsTarget.textContent = this.wordsValue.replace("{names}", [...new Set(names)].join("、"));
  }
}
