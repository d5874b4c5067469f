import { make } from "../extensions/elements.js";

const AWAY = 6; // pixels between the line and the menu
let lists = 0;

/* A list at the cursor: arrows and Enter choose while the text keeps the focus. `fill(found)` answers (soon) a list of
   { label, note, group, icon, run }; an answer that comes late is dropped. */
export class Menu {
  constructor({ fill, label, isQuiet = () => false }) {
    Object.assign(this, { fill, isQuiet, asked: 0, options: [] });
    this.element = make("div", { class: "slash menu ed-menu", role: "listbox", id: `ed-menu-${(lists += 1)}`, "aria-label": label, hidden: true });
    this.element.addEventListener("mousedown", (event) => event.preventDefault()); // the text keeps the focus
  }

  async show(view, found) {
    const number = (this.asked += 1);
    this.view = view;
    const options = await this.fill(found, view);
    if (number !== this.asked || view.isDestroyed) return;
    if (!options?.length) return this.hide();
    this.options = options;
    this.draw();
    this.choose(0);
    this.place(found);
  }

  draw() {
    let group = "";
    const rows = this.options.flatMap((option, number) => {
      const button = make("button", { type: "button", role: "option", id: `${this.element.id}-${number}`, tabindex: "-1", "aria-selected": "false" }, ...(option.icon ? [option.icon] : []), make("span", { class: "ell" }, option.label));
      if (option.note) button.append(make("span", { class: "t3 mini push" }, option.note));
      button.addEventListener("click", () => this.take(number));
      if (!option.group || option.group === group) return [button];
      group = option.group;
      return [make("div", { class: "grp", role: "presentation" }, group), button];
    });
    this.element.replaceChildren(...rows);
    if (!this.element.isConnected) (this.view.dom.closest("[data-editor]") ?? document.body).append(this.element);
    this.element.hidden = false;
    this.view.dom.setAttribute("aria-controls", this.element.id);
    this.view.dom.setAttribute("aria-expanded", "true");
  }

  /* Under the line, above it where there is no room; within what the keyboard of a phone leaves free. */
  place({ from }) {
    const { top, bottom, left } = this.view.coordsAtPos(Math.min(from, this.view.state.doc.content.size));
    const seen = window.visualViewport ?? { offsetTop: 0, offsetLeft: 0, height: innerHeight, width: innerWidth };
    const bar = document.querySelector(".edbar.is-floating")?.offsetHeight ?? 0;
    const [least, most] = [seen.offsetTop + AWAY, seen.offsetTop + seen.height - bar - AWAY];
    const isUnder = most - bottom >= Math.min(this.element.scrollHeight, 240) || most - bottom > top - least;
    const { style } = this.element;
    style.maxHeight = `${Math.max(120, Math.min(360, isUnder ? most - bottom - AWAY : top - least - AWAY))}px`;
    style.left = `${Math.max(AWAY, Math.min(left, seen.width - this.element.offsetWidth - AWAY))}px`;
    style.top = isUnder ? `${bottom + AWAY}px` : `${Math.max(least, top - AWAY - this.element.offsetHeight)}px`;
  }

  hide() {
    this.asked += 1;
    this.options = [];
    this.element.hidden = true;
    this.view?.dom.removeAttribute("aria-activedescendant");
    this.view?.dom.removeAttribute("aria-expanded");
    this.view?.dom.removeAttribute("aria-controls");
  }

  choose(number) {
    this.chosen = (number + this.options.length) % this.options.length;
    [...this.element.querySelectorAll("[role=option]")].forEach((button, place) => {
      const isOn = place === this.chosen;
      button.setAttribute("aria-selected", String(isOn));
      button.classList.toggle("is-on", isOn);
      if (isOn) button.scrollIntoView({ block: "nearest" });
    });
    this.view.dom.setAttribute("aria-activedescendant", `${this.element.id}-${this.chosen}`);
  }

  keys(event) {
    if (!this.options.length || this.element.hidden) return false;
    if (event.key === "ArrowDown") this.choose(this.chosen + 1);
    else if (event.key === "ArrowUp") this.choose(this.chosen - 1);
    else if (event.key === "Enter" || event.key === "Tab") this.take(this.chosen);
    else return false;
    return true;
  }

  take(number) {
    const option = this.options[number];
    this.hide();
    option?.run();
  }
}
