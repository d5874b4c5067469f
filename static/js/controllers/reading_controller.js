import { Controller } from "../vendor/stimulus.js";
import { post } from "../post.js";

const STAYED = 3000; // milliseconds at a heading before it counts as reached

/* Remembers which heading of a long text the reader has reached; the page offers next time to go on from there. */
export default class extends Controller {
  static targets = ["text"];
  static values = { url: String };

  connect() {
    this.seen = new IntersectionObserver((entries) => this.pass(entries), { rootMargin: "0px 0px -70% 0px" });
    this.textTarget.querySelectorAll("h2[id], h3[id]").forEach((heading) => this.seen.observe(heading));
  }

  disconnect() {
    this.seen.disconnect();
    clearTimeout(this.later);
  }

  pass(entries) {
    const reached = entries.filter((entry) => entry.isIntersecting).pop();
    if (!reached || !window.scrollY) return;
    clearTimeout(this.later);
    this.later = setTimeout(() => this.keep(reached.target.id), STAYED);
  }

  keep(place) {
    if (place === this.kept) return;
    this.kept = place;
    const reached = new FormData();
    reached.append("place", place);
    post(this.urlValue, reached).catch(() => {});
  }
}
