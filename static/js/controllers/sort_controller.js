import { Controller } from "../vendor/stimulus.js";
import { post } from "../post.js";

/* A list put in order by dragging its grips or by its up and down buttons; the new order is posted as `order`. */
export default class extends Controller {
  static targets = ["item"];
  static values = { url: String };

  up(event) {
    this.shift(event, -1);
  }

  down(event) {
    this.shift(event, 1);
  }

  shift(event, step) {
    event.preventDefault();
    const items = this.itemTargets;
    const item = event.currentTarget.closest("[data-sort-target~='item']");
    const other = items[items.indexOf(item) + step];
    if (!other) return;
    if (step < 0) other.before(item);
    else other.after(item);
    this.keep();
    const pressed = event.currentTarget;
    (pressed.disabled ? item.querySelector("[data-action~='sort#up']:enabled, [data-action~='sort#down']:enabled") : pressed)?.focus();
  }

  lift(event) {
    const item = event.currentTarget.closest("[data-sort-target~='item']");
    item.classList.add("is-lift");
    const move = ({ clientY }) => {
      const below = this.itemTargets.find((each) => each !== item && clientY < this.middle(each));
      if (below) below.before(item);
      else this.itemTargets[this.itemTargets.length - 1].after(item);
    };
    const drop = () => {
      item.classList.remove("is-lift");
      document.removeEventListener("pointermove", move);
      this.keep();
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", drop, { once: true });
    document.addEventListener("pointercancel", drop, { once: true });
  }

  middle(item) {
    const { top, height } = item.getBoundingClientRect();
    return top + height / 2;
  }

  /* The first cannot go up, the last not down. */
  settle() {
    const items = this.itemTargets;
    const set = (item, way, off) => item.querySelectorAll(`[data-action~='sort#${way}']`).forEach((it) => (it.disabled = off));
    items.forEach((item, place) => {
      set(item, "up", place === 0);
      set(item, "down", place === items.length - 1);
    });
  }

  keep() {
    this.settle();
    this.dispatch("changed");
    if (!this.urlValue) return;
    const order = new FormData();
    this.itemTargets.forEach((item) => order.append("order", item.dataset.id));
    post(this.urlValue, order);
  }
}
