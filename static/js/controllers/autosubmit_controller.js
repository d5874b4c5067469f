import { Controller } from "../vendor/stimulus.js";
import { submit } from "../post.js";

const QUIET = 350; // milliseconds without typing

/* On a filter form: sends it when a choice changes, or when typing pauses. Its button may stand in <noscript>. */
export default class extends Controller {
  send() {
    clearTimeout(this.later);
    submit(this.element);
  }

  soon() {
    clearTimeout(this.later);
    this.later = setTimeout(() => submit(this.element), QUIET);
  }
}
