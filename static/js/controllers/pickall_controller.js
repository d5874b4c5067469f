import { Controller } from "../vendor/stimulus.js";

/* One box ticks all others of a list; the bar for the chosen shows itself and counts them. */
export default class extends Controller {
  static targets = ["all", "one", "bar", "count"];

  connect() {
    this.count();
  }

  all({ target }) {
    this.oneTargets.forEach((box) => (box.checked = target.checked));
    this.count();
  }

  count() {
    const chosen = this.oneTargets.filter((box) => box.checked).length;
    if (this.hasAllTarget) {
      this.allTarget.checked = chosen > 0 && chosen === this.oneTargets.length;
      this.allTarget.indeterminate = chosen > 0 && chosen < this.oneTargets.length;
    }
    if (this.hasBarTarget) this.barTarget.hidden = chosen === 0;
    this.countTargets.forEach((place) => (place.textContent = String(chosen)));
  }
}
