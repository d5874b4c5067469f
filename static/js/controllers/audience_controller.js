import { Controller } from "../vendor/stimulus.js";

/* Around an audience picker: once something was added its ticks go, and Enter in a search box sends no form. */
export default class extends Controller {
  static targets = ["chosen", "edit", "tick"];

  chosenTargetConnected() {
    if (this.isOld) this.tickTargets.forEach((tick) => (tick.checked = false));
    this.isOld = true;
  }

  stay() {}

  open() {
    this.editTarget.open = true;
  }
}
