import { Controller } from "../vendor/stimulus.js";
import { mark, open, want } from "../marking.js";

const NAMED = /^#comment-/;
const LIT = 2000; // milliseconds a passage one was led to stays lit

/* On a text one reads: marks what was commented on, leads from there to what was said and back. */
export default class extends Controller {
  static targets = ["text"];
  static values = { draft: Boolean };

  connect() {
    this.composing = document.getElementById("passage-comment");
    this.talking = document.getElementById("passage-talk");
    this.label = document.querySelector("[data-passage-bar]").dataset.sign;
    this.events = { "htmx:afterSwap": (event) => this.swapped(event.detail.requestConfig), click: (event) => this.clicked(event) };
    for (const [name, act] of Object.entries(this.events)) document.addEventListener(name, act);
    if (NAMED.test(location.hash)) want();
    if (document.getElementById("comments")) this.swapped();
  }

  disconnect() {
    for (const [name, act] of Object.entries(this.events)) document.removeEventListener(name, act);
  }

  swapped(asked) {
    const section = document.getElementById("comments");
    if (!section) return;
    const isInPanel = asked?.verb === "post" && asked.parameters?.panel;
    if (isInPanel) section.dispatchEvent(new CustomEvent("talk-changed", { bubbles: true }));
    mark(this.textTarget, this.label);
    if (section.dataset.made && this.composing.open) {
      this.composing.querySelector("form").reset();
      this.composing.close();
    }
    if (this.hasGone || !NAMED.test(location.hash)) return;
    this.hasGone = true;
    const said = document.getElementById(location.hash.slice(1));
    said?.closest("details")?.setAttribute("open", "");
    said?.scrollIntoView({ block: "center" });
  }

  clicked(event) {
    const back = event.target.closest("[data-goes]");
    if (back) return this.goTo(back.dataset.goes);
    const noted = event.target.closest("[data-talk]");
    if (noted && !event.target.closest("a[href]") && window.getSelection().isCollapsed) this.show(noted.dataset.talk);
    return undefined;
  }

  goTo(uid) {
    const marks = this.textTarget.querySelectorAll(`.noted[data-talk="${uid}"]`);
    if (!marks.length) return;
    marks[0].scrollIntoView({ block: "center" });
    marks.forEach((each) => each.classList.add("is-on"));
    setTimeout(() => marks.forEach((each) => each.classList.remove("is-on")), LIT);
    this.textTarget.querySelector(`.noted-sign[data-talk="${uid}"]`)?.focus({ preventScroll: true });
  }

  show(uid) {
    const query = `?panel=1${this.draftValue ? "&draft=1" : ""}`;
    window.htmx.ajax("GET", `/comments/${uid}/${query}`, { target: "[data-passage-talk]", swap: "innerHTML" });
    open(this.talking);
  }
}
