import { Controller } from "../vendor/stimulus.js";

const LONG = 10;

/* Ticks off what a new password must be while it is typed; the server has the last word. */
export default class extends Controller {
  static targets = ["long", "own"];
  static values = { words: String };

  connect() {
    this.input = this.element.querySelector("input");
    this.input.addEventListener("input", this.look);
    this.look(); // a quick hand types before the scripts have come
  }

  disconnect() {
    this.input.removeEventListener("input", this.look);
  }

  look = () => {
    const typed = this.input.value.toLowerCase();
    const own = this.wordsValue.toLowerCase().split(" ").filter(Boolean);
    this.longTarget.classList.toggle("met", typed.length >= LONG);
    this.ownTarget.classList.toggle("met", Boolean(typed) && !own.some((word) => typed.includes(word)));
  };
}
