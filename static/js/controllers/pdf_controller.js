import { Controller } from "../vendor/stimulus.js";
import { say } from "../post.js";
import { READING, pageOf, parts, reasonOf } from "./pdf_parts.js";
import { pinching } from "./pinch.js";

const STEP = 1.2;
const SMALLEST = 0.25;
const LARGEST = 6;
const TYPING = 300; // milliseconds
const PHONE_PIXELS = 5 * 1024 * 1024; // of one page; more and Safari on phones shows it white

/* Shows a PDF page by page (pdf.js): page numbers, zoom, search, a link to each page. */
export default class extends Controller {
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

  close() {
    clearTimeout(this.typing);
    this.viewer?.setDocument(null);
    this.finder?.setDocument(null);
    this.links?.setDocument(null);
    this.viewer = null;
    this.task?.destroy();
    this.task = null;
  }

  async open() {
    this.close();
    this.show("loading");
    try {
      const { lib, viewing } = await parts(this.workerValue);
      if (!this.element.isConnected) return;
      const facts = { url: this.urlValue, cMapUrl: this.cmapsValue, standardFontDataUrl: this.fontsValue };
      this.task = lib.getDocument({ ...READING, ...facts });
      this.task.onPassword = (answer, reason) => this.ask(answer, reason === lib.PasswordResponses.INCORRECT_PASSWORD);
      this.task.onProgress = ({ loaded, total }) => this.tell(loaded, total);
      const pdf = await this.task.promise;
      this.draw(pdf, viewing);
    } catch (error) {
      if (this.element.isConnected && error?.name !== "AbortException") this.fail(reasonOf(error));
    }
  }

  draw(pdf, viewing) {
    const eventBus = new viewing.EventBus();
    this.links = new viewing.PDFLinkService({ eventBus, externalLinkTarget: 2, externalLinkRel: "noopener noreferrer" });
    this.finder = new viewing.PDFFindController({ eventBus, linkService: this.links });
    this.viewer = new viewing.PDFViewer({
      ...{ container: this.scrollTarget, eventBus, linkService: this.links, findController: this.finder },
      ...{ annotationMode: 1, annotationEditorMode: -1, l10n: this.words() },
      maxCanvasPixels: window.innerWidth > 720 ? undefined : PHONE_PIXELS,
    });
    this.bus = eventBus;
    this.links.setViewer(this.viewer);
    eventBus.on("pagesinit", () => this.begin());
    eventBus.on("pagechanging", ({ pageNumber }) => this.arrived(pageNumber));
    eventBus.on("scalechanging", ({ scale }) => (this.scaleTarget.textContent = `${Math.round(scale * 100)}%`));
    eventBus.on("updatefindmatchescount", ({ matchesCount }) => this.counted(matchesCount));
    eventBus.on("updatefindcontrolstate", ({ matchesCount }) => this.counted(matchesCount));
    this.viewer.setDocument(pdf);
    this.links.setDocument(pdf);
    this.totalTarget.textContent = pdf.numPages;
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

  larger() {
    this.zoom(STEP);
  }

  smaller() {
    this.zoom(1 / STEP);
  }

  zoom(factor) {
    if (this.viewer) this.viewer.currentScale = Math.min(Math.max(this.viewer.currentScale * factor, SMALLEST), LARGEST);
  }

  fit() {
    this.viewer.currentScaleValue = "page-width";
  }

  turn() {
    this.viewer.pagesRotation = (this.viewer.pagesRotation + 90) % 360;
  }

  /* Where the browser has no full screen of its own (iPhones) the window is filled. */
  fill() {
    const box = this.element.closest(".viewer");
    const isFilled = box.classList.toggle("is-filled");
    this.fillerTarget.setAttribute("aria-pressed", String(isFilled));
    if (!isFilled && document.fullscreenElement) document.exitFullscreen();
    else if (isFilled && box.requestFullscreen) box.requestFullscreen().catch(() => {});
    box.onfullscreenchange = () => {
      if (!document.fullscreenElement && box.classList.contains("is-filled")) this.fill();
    };
  }

  async copy() {
    const number = this.viewer.currentPageNumber;
    await navigator.clipboard.writeText(`${new URL(this.addressValue, window.location.href)}#page=${number}`);
    say(this.copiedValue.replace("{n}", number));
  }

  /* ---- searching ---- */

  seek() {
    const isShown = this.findTarget.hidden;
    this.findTarget.hidden = !isShown;
    this.seekerTarget.setAttribute("aria-expanded", String(isShown));
    if (isShown) this.queryTarget.select();
    else this.bus.dispatch("findbarclose", { source: this });
    (isShown ? this.queryTarget : this.scrollTarget).focus();
  }

  leaveFind(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.seek();
  }

  findSoon(event) {
    if (event.isComposing) return;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search("", false), TYPING);
  }

  findNext(event) {
    event.preventDefault();
    this.search("again", false);
  }

  findBack() {
    this.search("again", true);
  }

  search(type, findPrevious) {
    const query = this.queryTarget.value.trim();
    this.countTarget.textContent = "";
    const how = { caseSensitive: false, entireWord: false, matchDiacritics: false, highlightAll: true };
    this.bus?.dispatch("find", { source: this, type, query, findPrevious, phraseSearch: true, ...how });
  }

  counted({ current, total }) {
    const isAsked = this.queryTarget.value.trim() !== "";
    const words = total ? this.foundValue.replace("{n}", current).replace("{all}", total) : this.noneValue;
    this.countTarget.textContent = isAsked ? words : "";
  }

  /* Ctrl F looks through the whole file: the browser would only see the pages that are drawn. */
  pressed = (event) => {
    const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
    if (!this.viewer || (!isFind && event.target !== this.scrollTarget)) return;
    const doing = { "+": () => this.larger(), "=": () => this.larger(), "-": () => this.smaller(), 0: () => this.fit() };
    const press = isFind ? () => this.findTarget.hidden ? this.seek() : this.queryTarget.select() : !event.ctrlKey && doing[event.key];
    if (!press) return;
    event.preventDefault();
    press();
  };

  /* ---- what is said over the pages ---- */

  ask(answer, isWrong) {
    this.answer = answer;
    this.show("locked");
    this.wrongTarget.textContent = isWrong ? this.wrongValue : "";
    this.passwordTarget.value = "";
    this.passwordTarget.focus();
  }

  unlock(event) {
    event.preventDefault();
    this.show("loading");
    this.answer(this.passwordTarget.value);
  }

  tell(loaded, total) {
    this.progressTarget.hidden = !total;
    if (total) this.progressTarget.value = Math.round((100 * loaded) / total);
  }

  fail(reason) {
    this.show("failed");
    this.barTarget.hidden = true;
    this.whyTargets.forEach((why) => (why.hidden = why.dataset.why !== reason));
  }

  show(name) {
    for (const each of ["loading", "locked", "failed"]) this[`${each}Target`].hidden = each !== name;
  }

  /* What pdf.js says to screen readers. */
  words() {
    const page = this.pageValue;
    return {
      getLanguage: async () => document.documentElement.lang.toLowerCase(),
      getDirection: async () => "ltr",
      get: async (key, args, fallback) => (key === "page_landmark" ? page.replace("{n}", args.page) : fallback || ""),
      translate: async () => {},
    };
  }
}
