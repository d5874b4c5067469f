import { Controller } from "../vendor/stimulus.js";
import { say } from "../post.js";
import { opening } from "./pdf_opening.js";
import { pageOf } from "./pdf_parts.js";
import { saying } from "./pdf_saying.js";
import { scaling } from "./pdf_scaling.js";
import { seeking } from "./pdf_seeking.js";
import { pinching } from "./pinch.js";

/* Shows a PDF page by page (pdf.js): page numbers, zoom, search, a link to each page. */
export default class extends opening(saying(scaling(seeking(Controller)))) {
  static targets = [
    ...["bar", "number", "total", "scale", "seeker", "filler", "find", "query", "count", "scroll"],
    ...["loading", "progress", "locked", "password", "wrong", "failed", "why"],
  ];
  static values = {
    ...{ url: String, address: String, worker: String, cmaps: String, fonts: String },
    ...{ page: String, found: String, none: String, copied: String, wrong: String },
  };

  connect() {
    this.unpinch = pinching(this.scrollTarget, (factor) => this.zoom(factor));
    this.element.addEventListener("keydown", this.pressed);
    window.addEventListener("hashchange", this.moved);
    this.open();
  }

  disconnect() {
    this.unpinch();
    window.removeEventListener("hashchange", this.moved);
    this.close();
  }

  /* Fit to the width; on wide screens not larger than paper at reading distance. */
  begin() {
    this.viewer.currentScaleValue = window.innerWidth > 720 ? "auto" : "page-width";
    this.show("");
    this.barTarget.hidden = false;
    const wanted = pageOf(window.location.hash);
    if (wanted) this.to(wanted);
    else this.arrived(1);
  }

  to(number) {
    this.viewer.currentPageNumber = Math.min(Math.max(number, 1), this.viewer.pagesCount);
  }

  /* The address always names the page on screen; going back leads out of the file, not through its pages. */
  arrived(number) {
    this.numberTarget.value = number;
    const mark = window.location.hash.includes("file=") ? window.location.hash.replace(/&page=\d+|$/, `&page=${number}`) : `#page=${number}`;
    if (pageOf(window.location.hash) !== number) window.history.replaceState(window.history.state, "", mark);
  }

  moved = () => {
    const wanted = pageOf(window.location.hash);
    if (this.viewer && wanted && wanted !== this.viewer.currentPageNumber) this.to(wanted);
  };

  go() {
    const number = Number.parseInt(this.numberTarget.value, 10);
    if (number) this.to(number);
    this.numberTarget.value = this.viewer.currentPageNumber;
  }

  back() {
    this.viewer.previousPage();
  }

  on() {
    this.viewer.nextPage();
  }

  async copy() {
    const number = this.viewer.currentPageNumber;
    await navigator.clipboard.writeText(`${new URL(this.addressValue, window.location.href)}#page=${number}`);
    say(this.copiedValue.replace("{n}", number));
  }
}
