import { Controller } from "../vendor/stimulus.js";
import { say } from "../post.js";

/* A film or a sound: `#t=90` begins there, and a link to the moment can be copied. */
export default class extends Controller {
  static targets = ["player", "link", "failed"];
  static values = { address: String, done: String };

  connect() {
    if (this.playerTarget.error) this.fail();
    else if (this.playerTarget.readyState) this.wind();
  }

  wind() {
    const second = Number(/(?:^|[#&])t=(\d{1,6})/.exec(window.location.hash)?.[1] || 0);
    if (second) this.playerTarget.currentTime = second;
  }

  fail() {
    this.playerTarget.hidden = this.linkTarget.hidden = true;
    this.failedTarget.hidden = false;
  }

  async copy() {
    const second = Math.floor(this.playerTarget.currentTime);
    await navigator.clipboard.writeText(`${new URL(this.addressValue, window.location.href)}#t=${second}`);
    say(this.doneValue);
  }
}
