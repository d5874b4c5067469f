import { Controller } from "../vendor/stimulus.js";
import { post } from "../post.js";

/* A diagram without its picture: drawn here. Where one may edit the page ([data-pictures] around it says where to) the
   picture is handed in, and what the server wrote of it is shown and kept for all. */
export default class extends Controller {
  connect() {
    this.watcher = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && this.draw(), { rootMargin: "600px" });
    this.watcher.observe(this.element);
  }

  disconnect() {
    this.watcher.disconnect();
  }

  async draw() {
    this.watcher.disconnect();
    const code = this.element.querySelector("code");
    if (!code || this.element.dataset.drawn) return;
    const { draw, pictured, belowWords } = await import("../diagrams/drawing.js");
    try {
      const svg = await draw(code.textContent.trim());
      this.element.dataset.drawn = "";
      this.put((await this.kept(svg)) ?? pictured(svg, code.textContent.trim().slice(0, 300)), code.parentElement, belowWords());
    } catch (error) {
      this.tell(error.message);
    }
  }

  /* The picture as the server wrote it, or nothing where it takes none. */
  async kept(svg) {
    const place = this.element.closest("[data-pictures]")?.dataset.pictures;
    if (!place) return null;
    const data = new FormData();
    data.append("digest", this.element.dataset.diagram);
    data.append("svg", svg);
    const answer = await post(place, data).catch(() => null);
    if (!answer?.ok || answer.redirected) return null;
    const made = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("svg");
    return made && document.adoptNode(made);
  }

  put(picture, code, words) {
    this.element.classList.add("is-drawn");
    const below = document.createElement("details");
    below.className = "diagram-text";
    const summary = below.appendChild(document.createElement("summary"));
    summary.textContent = words;
    below.append(code);
    this.element.replaceChildren(picture, below);
  }

  /* Where it is written wrong; the text stays as it is. */
  tell(words) {
    if (!words) return;
    const said = this.element.appendChild(document.createElement("p"));
    said.className = "diagram-wrong";
    said.textContent = words;
  }
}
