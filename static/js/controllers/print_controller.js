import { Controller } from "../vendor/stimulus.js";

/* A button that prints the page. */
export default class extends Controller {
  print() {
    window.print();
  }
}
