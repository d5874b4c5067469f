import { Controller } from "../vendor/stimulus.js";

/* The offline page stands at the address that could not be fetched: loading it again is the way back. */
export default class extends Controller {
  connect() {
    window.addEventListener("online", this.retry);
  }

  disconnect() {
    window.removeEventListener("online", this.retry);
  }

  retry = () => window.location.reload();
}
