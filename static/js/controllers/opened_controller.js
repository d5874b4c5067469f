import { Controller } from "../vendor/stimulus.js";

/* Tells which of the things found was pressed, while the browser already goes there. A link says what it is in
   data-opened ("article:3k5m…"), where it stands in data-rank and how it came there in data-way. */
export default class extends Controller {
  static values = { url: String, words: String };

  press({ target }) {
    const { opened, rank = "", way = "hit" } = target.closest("[data-opened]")?.dataset ?? {};
    if (!opened) return;
    const headers = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
    const body = new URLSearchParams({ q: this.wordsValue, what: opened, rank, way });
    fetch(this.urlValue, { method: "POST", headers, body, credentials: "same-origin", keepalive: true }).catch(() => {});
  }
}
