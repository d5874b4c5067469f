import { Controller } from "../vendor/stimulus.js";
import { READING, parts } from "./pdf_parts.js";

const SHARPEST = 2; // pixels of the canvas for one of the screen

/* The first page of a file that stands alone in a text, drawn when it comes near; a click opens the file. */
export default class extends Controller {
  static values = { url: String, worker: String, cmaps: String, fonts: String };
  static targets = ["sheet"];

  connect() {
    this.watcher = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && this.draw(), { rootMargin: "400px" });
    this.watcher.observe(this.element);
  }

  disconnect() {
    this.watcher.disconnect();
    this.task?.destroy();
  }

  /* Where nothing can be drawn (no right any more, no view made yet, a broken file) the name of the file is enough. */
  async draw() {
    this.watcher.disconnect();
    try {
      const { lib } = await parts(this.workerValue);
      this.task = lib.getDocument({ ...READING, url: this.urlValue, cMapUrl: this.cmapsValue, standardFontDataUrl: this.fontsValue });
      this.task.onPassword = () => this.task.destroy();
      const page = await (await this.task.promise).getPage(1);
      const whole = page.getViewport({ scale: 1 });
      const scale = ((this.element.clientWidth || 700) / whole.width) * Math.min(window.devicePixelRatio || 1, SHARPEST);
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
      await page.render({ canvasContext: canvas.getContext("2d"), viewport, annotationMode: 0 }).promise;
      this.sheetTarget.prepend(canvas);
      this.sheetTarget.hidden = false;
    } catch (_error) {
      this.sheetTarget.hidden = true;
    }
  }
}
