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

  async load(item, button) {
    const waiting = document.createElement("div");
    waiting.className = "sk-lines";
    waiting.innerHTML = '<span class="sk sk-80"></span><span class="sk sk-60"></span>';
    const slow = setTimeout(() => item.append(waiting), 300); // quicker than that, nothing should move
    try {
      const answer = await fetch(button.dataset.url, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (!answer.ok) throw new Error(answer.statusText);
      const fragment = document.createRange().createContextualFragment(await answer.text());
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
