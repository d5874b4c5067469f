import { Controller } from "../vendor/stimulus.js";
import { post } from "../post.js";

const PAUSE = 600; // milliseconds without typing

/* Shows the text as readers will get it, drawn by the server, a moment after the last key. */
export default class extends Controller {
  static targets = ["area", "place", "toggle"];
  static values = { url: String };

  later(event) {
    if (event?.isComposing || this.placeTarget.hidden) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.draw(), PAUSE);
  }

  toggle() {
    const isShown = this.placeTarget.hidden;
    this.placeTarget.hidden = !isShown;
    this.element.classList.toggle("is-previewing", isShown);
    this.toggleTargets.forEach((button) => button.setAttribute("aria-pressed", String(isShown)));
    if (isShown) this.draw();
  }

  async draw() {
    const data = new FormData();
    data.append("body", this.areaTarget.value);
    const answer = await post(this.urlValue, data);
    if (answer.ok) this.placeTarget.innerHTML = await answer.text();
  }
}
