import { READING, parts, reasonOf } from "./pdf_parts.js";

const PHONE_PIXELS = 5 * 1024 * 1024; // of one page; more and Safari on phones shows it white

/* Having pdf.js read the file and draw what is in sight. */
export const opening = (Base) => class extends Base {
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
};
