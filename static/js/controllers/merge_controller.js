import { Controller } from "../vendor/stimulus.js";

/* Places where two texts clash: what is picked stands in the field below it, writing there picks one's own words, and
   the bar says how many are decided. */
export default class extends Controller {
  static targets = ["place", "count"];
  static values = { said: String };

  pick({ currentTarget: radio }) {
    const area = this.placeOf(radio).querySelector("textarea");
    if (radio.value === "own") area.focus();
    else area.value = radio.dataset.text;
    this.tell();
  }

  write({ currentTarget: area }) {
    this.placeOf(area).querySelector("[value=own]").checked = true;
    this.tell();
  }

  placeOf(element) {
    return this.placeTargets.find((place) => place.contains(element));
  }

  tell() {
    const decided = this.placeTargets.filter((place) => place.querySelector("[type=radio]:checked")).length;
    this.countTarget.textContent = `${this.saidValue} ${decided} / ${this.placeTargets.length}`;
  }
}
