import { Controller } from "../vendor/stimulus.js";
import { post } from "../post.js";

/* Theme and size take effect at once and are kept by the server, so that the next page does not flash. */
export default class extends Controller {
  apply({ target }) {
    const root = document.documentElement;
    if (target.value) root.setAttribute(target.dataset.attribute, target.value);
    else root.removeAttribute(target.dataset.attribute);
    post(this.element.action, new FormData(this.element));
  }
}
