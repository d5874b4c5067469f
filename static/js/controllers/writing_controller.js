import { Controller } from "../vendor/stimulus.js";
import { insert, linesOf } from "./insert.js";

/* The toolbar of the Markdown editor: each button says in data-… what it puts around the selection, before each of its
   lines, or in its place. Ctrl+B, Ctrl+I and Ctrl+S work too. Nothing happens while an input method is composing. */
export default class extends Controller {
  static targets = ["area", "columns", "rows"];

  /* The browser's own undo, for fingers that have no Ctrl+Z. */
  step({ params }) {
    this.areaTarget.focus();
    document.execCommand(params.way);
  }

  around({ params }) {
    const area = this.areaTarget;
    const chosen = area.value.slice(area.selectionStart, area.selectionEnd) || params.words || "";
    const start = area.selectionStart + params.sign.length;
    insert(area, params.sign + chosen + params.sign);
    area.setSelectionRange(start, start + chosen.length);
  }

  before({ params }) {
    const area = this.areaTarget;
    const [start, end] = linesOf(area);
    const lines = area.value.slice(start, end).split("\n");
    const done = lines.map((line, place) => params.sign.replace("1", String(place + 1)) + line.replace(/^#+ |^- \[ \] |^- |^\d+\. |^> /, ""));
    area.setSelectionRange(start, end);
    insert(area, done.join("\n"));
  }

  put({ params }) {
    const area = this.areaTarget;
    const [, end] = linesOf(area);
    area.setSelectionRange(end, end);
    insert(area, `\n\n${params.text.replace(/\\n/g, "\n")}\n`);
  }

  table() {
    const [rows, columns] = [this.rowsTarget, this.columnsTarget].map((input) => Math.min(Math.max(Number(input.value) || 2, 1), 20));
    const line = (cell) => `|${` ${cell} |`.repeat(columns)}`;
    const text = [line("　"), line("---"), ...Array.from({ length: rows }, () => line("　"))].join("\n");
    this.put({ params: { text } });
    this.rowsTarget.closest("details").open = false;
  }

  type({ params }) {
    insert(this.areaTarget, params.text);
  }

  keys(event) {
    if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") this.areaTarget.form.requestSubmit();
    else if (key === "b") this.around({ params: { sign: "**" } });
    else if (key === "i") this.around({ params: { sign: "*" } });
    else return;
    event.preventDefault();
  }
}
