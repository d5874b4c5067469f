import { listen } from "../bell.js";
import { Controller } from "../vendor/stimulus.js";

const MOST = 99;

/* The number at the bell, in the title and for those who hear the page, as the line tells it. */
export default class extends Controller {
  static targets = ["count"];
  static values = { line: String, ask: String, unread: Number, urgent: Number, words: String, none: String, said: String };

  connect() {
    listen(this.lineValue, this.askValue);
    this.entitle();
  }

  show({ detail: { unread, urgent } }) {
    if (unread > this.unreadValue) this.say(unread);
    if (urgent !== this.urgentValue) this.dispatch("urgent", { prefix: "bell" });
    this.urgentValue = urgent;
    if (unread === this.unreadValue) return;
    this.unreadValue = unread;
    this.countTarget.hidden = unread === 0;
    this.countTarget.textContent = unread > MOST ? `${MOST}+` : String(unread);
    this.element.setAttribute("aria-label", unread ? this.wordsValue.replace("{n}", unread) : this.noneValue);
    this.entitle();
  }

  entitle() {
    const title = document.title.replace(/^\(\d+\+?\) /, "");
    document.title = this.unreadValue ? `(${this.countTarget.textContent}) ${title}` : title;
  }

  say(unread) {
    const place = document.getElementById("bell-said");
    if (place) place.textContent = this.saidValue.replace("{n}", unread);
  }
}
