import { Controller } from "../vendor/stimulus.js";

/* A button that may be pressed again after some seconds: counts down, then says its words. */
export default class extends Controller {
  static targets = ["clock"];
  static values = { seconds: Number, words: String };

  connect() {
    this.end = Date.now() + this.secondsValue * 1000;
    this.element.disabled = true;
    this.clock = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  disconnect() {
    clearInterval(this.clock);
  }

  tick() {
    const left = Math.ceil((this.end - Date.now()) / 1000);
    if (left > 0) {
      this.clockTarget.textContent = `${String(Math.floor(left / 60)).padStart(2, "0")}:${String(left % 60).padStart(2, "0")}`;
      return;
    }
    clearInterval(this.clock);
    this.element.disabled = false;
    this.element.textContent = this.wordsValue;
  }
}
