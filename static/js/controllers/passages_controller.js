import { Controller } from "../vendor/stimulus.js";
import { open, want } from "../marking.js";
import { passageAt, placeOf, textOf } from "../passages.js";

const PAUSE = 200; // milliseconds a selection rests before something is offered
const MOST = 1000; // characters of a passage

/* On a text one reads: offers to comment on selected words, or to propose others. */
export default class extends Controller {
  static targets = ["text"];
  static values = { url: String, propose: String, draft: Boolean };

  connect() {
    this.bar = document.querySelector("[data-passage-bar]");
    this.composing = document.getElementById("passage-comment");
    this.events = { selectionchange: () => this.wait(), click: (event) => this.clicked(event), keydown: (event) => this.key(event) };
    for (const [name, act] of Object.entries(this.events)) document.addEventListener(name, act);
  }

  disconnect() {
    for (const [name, act] of Object.entries(this.events)) document.removeEventListener(name, act);
    clearTimeout(this.later);
  }

  wait() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.offer(), PAUSE);
  }

  offer() {
    const selection = window.getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    this.bar.hidden = true;
    if (!range || !this.textTarget.contains(range.commonAncestorContainer)) return;
    const words = textOf(this.textTarget);
    const place = placeOf(range, words);
    this.passage = place && passageAt(words.text, ...place);
    if (!this.passage?.quote || this.passage.quote.length > MOST) return;
    this.bar.querySelector("[data-passage-do=propose]").hidden = !this.proposeValue;
    this.bar.hidden = false;
    const { left, bottom } = range.getBoundingClientRect();
    const most = document.documentElement.clientWidth - this.bar.offsetWidth - 8;
    this.bar.style.left = `${Math.max(8, Math.min(left, most)) + window.scrollX}px`;
    this.bar.style.top = `${bottom + window.scrollY + 8}px`;
  }

  key(event) {
    if (event.key === "Escape") this.bar.hidden = true;
    if (event.code !== "KeyM" || !event.altKey || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    this.offer();
    if (this.bar.hidden) return;
    event.preventDefault();
    this.comment();
  }

  clicked(event) {
    const act = event.target.closest("[data-passage-do]")?.dataset.passageDo;
    if (act) this[act]();
  }

  comment() {
    this.bar.hidden = true;
    want();
    const form = this.composing.querySelector("form");
    form.setAttribute("hx-post", this.urlValue);
    for (const name of ["quote", "prefix", "suffix"]) form.elements[name].value = this.passage[name];
    form.elements.draft.value = this.draftValue ? "1" : "";
    this.composing.querySelector("[data-passage-quote]").textContent = this.passage.quote;
    window.htmx.process(form);
    open(this.composing);
    form.elements.text.focus();
  }

  propose() {
    location.assign(`${this.proposeValue}?${new URLSearchParams(this.passage)}`);
  }
}
