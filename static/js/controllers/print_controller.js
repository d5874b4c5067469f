import { Controller } from "../vendor/stimulus.js";

/* A button that opens the browser's print dialog. */
export default class extends Controller {
  now() {
    window.print();
  }
}
