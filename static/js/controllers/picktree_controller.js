import { Controller } from "../vendor/stimulus.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/* Arrow keys in a tree of tick boxes: up and down move, right opens a branch, left closes it. Space ticks by itself. */
export default class extends Controller {
  static targets = ["box"];

  move(event) {
    const boxes = this.boxTargets.filter((box) => box.offsetParent !== null);
    const at = boxes.indexOf(event.target);
    if (at < 0) return;
    const twist = event.target.closest(".node").querySelector("[aria-expanded]");
    const isOpen = twist?.getAttribute("aria-expanded") === "true";
    if (STEPS[event.key]) boxes[at + STEPS[event.key]]?.focus();
    else if (twist && ((event.key === "ArrowRight" && !isOpen) || (event.key === "ArrowLeft" && isOpen))) twist.click();
    else return;
    event.preventDefault();
  }
}
