import { Controller } from "../vendor/stimulus.js";
import { post } from "../post.js";

const LOOKED = 2000; // milliseconds in sight before a post counts as read

/* Says once that a post is being read, and once more when its end has been on the screen. */
export default class extends Controller {
  static targets = ["end"];
  static values = { url: String };

  connect() {
    this.later = setTimeout(() => document.visibilityState === "visible" && this.tell("0"), LOOKED);
    this.seen = new IntersectionObserver((entries) => this.look(entries));
    this.seen.observe(this.endTarget);
  }

  disconnect() {
    clearTimeout(this.later);
    clearTimeout(this.staying);
    this.seen.disconnect();
  }

  /* A post shorter than the screen ends in sight: it wants the same moment as any other. */
  look(entries) {
    clearTimeout(this.staying);
    if (entries.some((entry) => entry.isIntersecting)) this.staying = setTimeout(() => this.end(), LOOKED);
  }

  end() {
    if (document.visibilityState !== "visible") return;
    this.seen.disconnect();
    clearTimeout(this.later);
    this.tell("1");
  }

  tell(finished) {
    const said = new FormData();
    said.append("finished", finished);
    post(this.urlValue, said).catch(() => {});
  }
}
