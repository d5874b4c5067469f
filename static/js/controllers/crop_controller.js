import { Controller } from "../vendor/stimulus.js";

/* Shows which part of a picture stays in sight when it is cropped, while the sliders move or another file is chosen. */
export default class extends Controller {
  static targets = ["picture"];

  connect() {
    this.element.addEventListener("input", (event) => this.change(event));
    this.show();
  }

  change({ target }) {
    if (target.type === "file" && target.files[0]) this.pictureTarget.src = URL.createObjectURL(target.files[0]);
    this.show();
  }

  show() {
    const at = (name) => `${this.element.elements[name].value || 50}%`;
    this.pictureTarget.style.objectPosition = `${at("across")} ${at("down")}`;
  }
}
