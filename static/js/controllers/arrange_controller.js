import { Controller } from "../vendor/stimulus.js";
import { say } from "../post.js";
import { listOf, pageOf, put, remember, send, sideOf, uidOf } from "./arranging.js";

const OPEN_AFTER = 700; // milliseconds over a closed branch until it opens

/* Pages of a tree moved by dragging, or one step up or down with Alt and the arrow keys; other places by “移动” in the
   menu of the page. The server says what was done or why not, and undo takes it back. */
export default class extends Controller {
  static values = { space: String, failed: String, undo: String, undone: String };

  lift(event) {
    const item = pageOf(event.target);
    if (!item) return;
    (this.lifted = item).classList.add("is-lift");
    event.dataTransfer.effectAllowed = "move";
  }

  over(event) {
    const item = this.lifted && pageOf(event.target);
    if (!item || this.lifted.contains(item)) return this.leave();
    event.preventDefault();
    this.aim(item, sideOf(item, event.clientY));
  }

  aim(item, side) {
    if (this.aimed?.item === item && this.aimed.side === side) return;
    this.leave();
    this.aimed = { item, side };
    item.dataset.drop = side;
    const twist = side === "into" && item.querySelector(":scope > .twist[aria-expanded=false]");
    if (twist) this.opening = setTimeout(() => twist.click(), OPEN_AFTER);
  }

  leave() {
    clearTimeout(this.opening);
    if (this.aimed) delete this.aimed.item.dataset.drop;
    this.aimed = null;
  }

  end() {
    this.leave();
    this.lifted?.classList.remove("is-lift");
    this.lifted = null;
  }

  drop(event) {
    if (!this.lifted || !this.aimed) return;
    event.preventDefault();
    const [item, { item: target, side }] = [this.lifted, this.aimed];
    this.end();
    this.move(item, target, side);
  }

  keys(event) {
    const step = { ArrowUp: ["previousElementSibling", "before"], ArrowDown: ["nextElementSibling", "after"] }[event.key];
    const item = step && event.altKey && pageOf(event.target);
    if (!item) return;
    event.preventDefault();
    const target = item[step[0]];
    if (target && uidOf(target)) this.move(item, target, step[1]);
  }

  async move(item, target, side) {
    const place = side === "into" ? { to: uidOf(target) } : { to: listOf(target, this.spaceValue), [side]: uidOf(target) };
    const said = await send(item, place, this.failedValue);
    if (!said) return;
    const back = remember(item);
    put(item, target, side, said.twist);
    item.querySelector(":scope > a").focus();
    say(said.said, "", { words: this.undoValue, run: () => this.takeBack(item, back, said.back) });
  }

  async takeBack(item, back, place) {
    if (!(await send(item, place, this.failedValue))) return;
    back();
    item.querySelector(":scope > a").focus();
    say(this.undoneValue);
  }
}
