import { Controller } from "../vendor/stimulus.js";

const WARNING = 60; // seconds to answer before the shared PC signs out
const TELL = 240; // seconds between words to the server, which counts for itself and sees no scrolling

/* On a shared PC: after some idleness asks whether somebody is there, then sends the sign-out form.
   The server counts for itself as well; other tabs of the same person keep each other awake. */
export default class extends Controller {
  static targets = ["left"];
  static values = { after: Number, form: String, awake: String };

  connect() {
    this.told = Date.now();
    this.touched();
    this.clock = setInterval(() => this.tick(), 1000);
    for (const kind of ["keydown", "pointerdown", "scroll"]) document.addEventListener(kind, this.moved, { passive: true });
  }

  disconnect() {
    clearInterval(this.clock);
    for (const kind of ["keydown", "pointerdown", "scroll"]) document.removeEventListener(kind, this.moved);
  }

  moved = () => {
    if (this.element.open) return;
    this.touched();
    if (Date.now() - this.told > TELL * 1000) this.tell();
  };

  tell() {
    this.told = Date.now();
    fetch(this.awakeValue, { credentials: "same-origin", headers: { "HX-Request": "true" } });
  }

  touched() {
    try {
      localStorage.setItem("hzh-seen", String(Date.now()));
    } catch (_error) {
      this.seen = Date.now();
    }
  }

  get idleSeconds() {
    let seen = this.seen;
    try {
      seen = Number(localStorage.getItem("hzh-seen")) || seen;
    } catch (_error) {
      /* storage switched off: this tab counts alone */
    }
    return (Date.now() - seen) / 1000;
  }

  tick() {
    const left = Math.ceil(this.afterValue - this.idleSeconds);
    if (left <= 0) document.getElementById(this.formValue).submit();
    else if (left > WARNING && this.element.open) this.element.close();
    else if (left <= WARNING && !this.element.open) this.element.showModal();
    this.leftTarget.textContent = String(Math.max(left, 0));
  }

  stay() {
    this.touched();
    this.element.close();
    this.tell();
  }
}
