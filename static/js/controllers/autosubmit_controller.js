import { Controller } from "../vendor/stimulus.js";

const QUIET = 350; // milliseconds without typing

/* On a filter form: sends it when a choice changes, or when typing pauses. Its button may stand in <noscript>. */
export default class extends Controller {
  send() {
    clearTimeout(this.later);
    this.element.requestSubmit();
  }

  soon() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.element.requestSubmit(), QUIET);
  }
}
