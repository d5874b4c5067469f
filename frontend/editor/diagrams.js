import { ask } from "./asking.js";
import { make } from "./extensions/elements.js";

const PAUSE = 700; // milliseconds without a change

const open = new Set(); // what is drawn on this page

/* What was drawn here is for everybody: handed in once a version holds its text. The server takes what that version says. */
export async function handIn({ urls }) {
  const fresh = [...open].filter(({ svg, drawn, text, isHandedIn }) => svg && drawn === text && !isHandedIn);
  fresh.forEach((drawing) => (drawing.isHandedIn = true));
  await Promise.all(fresh.map(({ drawn, svg }) => ask(urls.diagram, { text: drawn, svg }, "").catch(() => {}))); // else the next who looks hands it in
}

/* The drawing of a diagram below its text, as far as it can be drawn while it is being written. What draws is loaded
   when the first diagram is there, and draws in a frame without an origin (static/js/diagrams). */
export class Drawing {
  constructor(config) {
    this.address = config.drawing;
    open.add(this);
    this.text = "";
    this.picture = make("div");
    this.wrong = make("p", { class: "diagram-wrong", role: "status" });
    this.dom = make("div", { class: "ed-drawing diagram", contenteditable: "false", hidden: true }, this.picture, this.wrong);
  }

  show({ attrs, textContent }) {
    const text = attrs.language === "mermaid" && this.address ? textContent.trim() : "";
    if (text === this.text) return;
    const isFirst = !this.text;
    this.text = text;
    this.stop();
    if (text) this.waiting = setTimeout(() => this.draw(text), isFirst ? 0 : PAUSE);
    else this.dom.hidden = true;
  }

  async draw(text) {
    const { draw, pictured } = await import(this.address);
    try {
      const svg = await draw(text);
      if (text !== this.text) return;
      Object.assign(this, { svg, drawn: text, isHandedIn: false });
      this.picture.replaceChildren(pictured(svg, text.slice(0, 300)));
      this.wrong.textContent = "";
    } catch (error) {
      if (text !== this.text) return;
      this.wrong.textContent = error.message; // the last picture stays while one goes on writing
    }
    this.dom.hidden = false;
  }

  stop() {
    clearTimeout(this.waiting);
  }

  end() {
    this.stop();
    open.delete(this);
  }
}
