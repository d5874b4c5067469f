import { Controller } from "../vendor/stimulus.js";

/* Tabs within a page (role="tablist"); arrow keys move. Without scripts all panels stand one below the other. */
export default class extends Controller {
  static targets = ["tab", "panel"];

  connect() {
    const chosen = this.tabTargets.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
    this.show(Math.max(chosen, 0));
  }

  choose(event) {
    event.preventDefault();
    this.show(this.tabTargets.indexOf(event.currentTarget));
  }

  move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const count = this.tabTargets.length;
    const next = (this.tabTargets.indexOf(event.currentTarget) + step + count) % count;
    this.show(next);
    this.tabTargets[next].focus();
  }

  show(chosen) {
    this.tabTargets.forEach((tab, place) => {
      tab.setAttribute("aria-selected", String(place === chosen));
      tab.tabIndex = place === chosen ? 0 : -1;
    });
    this.panelTargets.forEach((panel, place) => (panel.hidden = place !== chosen));
  }
}
