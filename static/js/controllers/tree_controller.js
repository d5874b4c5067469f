import { Controller } from "../vendor/stimulus.js";
import { say } from "../post.js";

/* Opens and closes the branches of a page tree, and fetches a branch the first time it is opened.
   <li><button class="twist" aria-expanded="false" aria-label="展开 急危重症" data-action="tree#toggle" data-url="…">…</button><a>…</a></li> */
export default class extends Controller {
  static values = { failed: String };

  async toggle({ currentTarget: button }) {
    const isOpening = button.getAttribute("aria-expanded") !== "true";
    const item = button.closest("li");
    button.setAttribute("aria-expanded", String(isOpening));
    let branch = item.querySelector(":scope > ul");
    if (!branch && isOpening) branch = await this.load(item, button);
    if (branch) branch.hidden = button.getAttribute("aria-expanded") !== "true";
  }

  /* The rest of a long level stands where the link was; the first of it has the focus. */
  async more(event) {
    event.preventDefault();
    const link = event.currentTarget;
    link.setAttribute("aria-busy", "true");
    try {
      const fragment = await this.fetch(link.href);
      const items = [...fragment.querySelectorAll("ul > li")].filter((item) => !item.parentElement.closest("li"));
      const isAbove = new URL(link.href).searchParams.has("before");
      link.closest("li").replaceWith(...items);
      const pages = items.map((item) => item.querySelector(":scope > a:not(.tree-more)")).filter(Boolean);
      (isAbove ? pages[pages.length - 1] : pages[0])?.focus();
    } catch (_error) {
      link.removeAttribute("aria-busy");
      say(this.failedValue, "error");
    }
  }

  async fetch(address) {
    const answer = await fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.statusText);
    return document.createRange().createContextualFragment(await answer.text());
  }

  async load(item, button) {
    const waiting = document.createElement("div");
    waiting.className = "sk-lines";
    waiting.innerHTML = '<span class="sk sk-80"></span><span class="sk sk-60"></span>';
    const slow = setTimeout(() => item.append(waiting), 300); // quicker than that, nothing should move
    try {
      const fragment = await this.fetch(button.dataset.url);
      const branch = fragment.querySelector("ul") || Object.assign(document.createElement("ul"), { className: "tree" });
      if (!branch.children.length) branch.append(...fragment.querySelectorAll("li"));
      item.append(branch);
      return branch;
    } catch (_error) {
      button.setAttribute("aria-expanded", "false");
      say(this.failedValue, "error");
      return null;
    } finally {
      clearTimeout(slow);
      waiting.remove();
    }
  }
}
