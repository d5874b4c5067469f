import { Controller } from "../vendor/stimulus.js";
import { locate, nodesBetween, passageAt, placeOf, textOf } from "../passages.js";

const PAUSE = 200; // milliseconds a selection rests before something is offered
const MOST = 1000; // characters of a passage

/* On a text one reads: marks the passages with comments, opens their talk, and offers to comment on selected words. */
export default class extends Controller {
  static targets = ["text", "talk"];
  static values = { url: String, propose: String, draft: Boolean };

  connect() {
    this.bar = document.querySelector("[data-passage-bar]");
    this.composing = document.getElementById("passage-comment");
    this.talking = document.getElementById("passage-talk");
    this.events = {
      selectionchange: () => this.wait(),
      "htmx:afterSwap": (event) => this.swapped(event.detail.requestConfig),
      click: (event) => this.clicked(event),
      keydown: (event) => this.key(event),
    };
    for (const [name, act] of Object.entries(this.events)) document.addEventListener(name, act);
    if (/^#comment-/.test(location.hash)) this.want();
    if (document.getElementById("comments")) this.mark();
  }

  disconnect() {
    for (const [name, act] of Object.entries(this.events)) document.removeEventListener(name, act);
    clearTimeout(this.later);
  }

  /* -- selecting -- */

  wait() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.offer(), PAUSE);
  }

  offer() {
    const selection = window.getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (!range || !this.textTarget.contains(range.commonAncestorContainer)) return this.hide();
    const words = textOf(this.textTarget);
    const place = placeOf(range, words);
    const passage = place && passageAt(words.text, ...place);
    if (!passage || !passage.quote || passage.quote.length > MOST) return this.hide();
    this.passage = passage;
    this.bar.querySelector("[data-passage-do=propose]").hidden = !this.proposeValue;
    this.bar.hidden = false;
    const { left, bottom } = range.getBoundingClientRect();
    const most = document.documentElement.clientWidth - this.bar.offsetWidth - 8;
    this.bar.style.left = `${Math.max(8, Math.min(left, most)) + window.scrollX}px`;
    this.bar.style.top = `${bottom + window.scrollY + 8}px`;
  }

  hide() {
    this.bar.hidden = true;
  }

  key(event) {
    if (event.code === "KeyM" && event.altKey && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      this.offer();
      if (this.bar.hidden) return;
      event.preventDefault();
      this.compose();
    } else if (event.key === "Escape") this.hide();
  }

  compose() {
    this.hide();
    this.want();
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
    const { quote, prefix, suffix } = this.passage;
    location.assign(`${this.proposeValue}?${new URLSearchParams({ quote, prefix, suffix })}`);
  }

  /* -- comments that are there -- */

  /* The comments come with what stands below the text; somebody wants them now. */
  want() {
    if (!document.getElementById("comments")) document.querySelector("[data-talk-later]")?.dispatchEvent(new Event("talk-wanted"));
  }

  swapped(asked) {
    const section = document.getElementById("comments");
    if (!section) return;
    if (asked?.verb === "post" && asked.parameters?.panel) section.dispatchEvent(new CustomEvent("talk-changed", { bubbles: true }));
    this.mark();
    if (section.dataset.made && this.composing.open) {
      this.composing.querySelector("form").reset();
      this.composing.close();
    }
    if (this.hasGone || !/^#comment-/.test(location.hash)) return;
    this.hasGone = true;
    const said = document.getElementById(location.hash.slice(1));
    said?.closest("details")?.setAttribute("open", "");
    said?.scrollIntoView({ block: "center" });
  }

  mark() {
    this.textTarget.querySelectorAll(".noted-sign").forEach((sign) => sign.remove());
    this.textTarget.querySelectorAll(".noted").forEach((mark) => mark.replaceWith(...mark.childNodes));
    this.textTarget.normalize();
    document.querySelectorAll("#comments [data-quote]").forEach((said) => this.markOne(said));
  }

  markOne(said) {
    const words = textOf(this.textTarget);
    const place = locate(words.text, said.dataset);
    if (!place) return;
    const pieces = nodesBetween(words, ...place);
    let last = null;
    for (const { node, from, to } of pieces) {
      const part = from ? node.splitText(from) : node;
      if (to - from < part.length) part.splitText(to - from);
      if (!part.data.trim()) continue;
      last = document.createElement("mark");
      last.className = "noted";
      last.dataset.talk = said.dataset.comment;
      part.replaceWith(last);
      last.append(part);
    }
    if (last) last.after(this.sign(said));
  }

  sign(said) {
    const sign = document.createElement("button");
    sign.type = "button";
    sign.className = "noted-sign no-print";
    sign.dataset.talk = said.dataset.comment;
    sign.textContent = said.dataset.count;
    sign.setAttribute("aria-label", this.bar.dataset.sign.replace("%", said.dataset.count));
    return sign;
  }

  clicked(event) {
    const act = event.target.closest("[data-passage-do]")?.dataset.passageDo;
    if (act) return this[act === "comment" ? "compose" : "propose"]();
    const back = event.target.closest("[data-goes]");
    if (back) return this.goTo(back.dataset.goes);
    const noted = event.target.closest("[data-talk]");
    if (noted && !event.target.closest("a[href]") && window.getSelection().isCollapsed) this.show(noted.dataset.talk);
  }

  goTo(uid) {
    const marks = this.textTarget.querySelectorAll(`.noted[data-talk="${uid}"]`);
    if (!marks.length) return;
    marks[0].scrollIntoView({ block: "center" });
    marks.forEach((mark) => mark.classList.add("is-on"));
    setTimeout(() => marks.forEach((mark) => mark.classList.remove("is-on")), 2000);
    this.textTarget.querySelector(`.noted-sign[data-talk="${uid}"]`)?.focus({ preventScroll: true });
  }

  show(uid) {
    const query = `?panel=1${this.draftValue ? "&draft=1" : ""}`;
    window.htmx.ajax("GET", `/comments/${uid}/${query}`, { target: "[data-passage-talk]", swap: "innerHTML" });
    open(this.talking);
  }
}

/* Safari 14 knows no <dialog>: there it simply appears in the page. */
function open(dialog) {
  if (dialog.open) return;
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
}
