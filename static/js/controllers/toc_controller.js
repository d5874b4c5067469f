import { Controller } from "../vendor/stimulus.js";

/* Marks in the list of contents the heading that is being read. */
export default class extends Controller {
  static targets = ["link"];

  connect() {
    this.seen = new IntersectionObserver((entries) => this.mark(entries), { rootMargin: "-80px 0px -70% 0px" });
    this.linkTargets.forEach((link) => {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) this.seen.observe(heading);
    });
  }

  disconnect() {
    this.seen.disconnect();
  }

  mark(entries) {
    const reached = entries.find((entry) => entry.isIntersecting);
    if (!reached) return;
    this.linkTargets.forEach((link) => {
      if (decodeURIComponent(link.hash.slice(1)) === reached.target.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }
}
