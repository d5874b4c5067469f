import { Controller } from "../vendor/stimulus.js";

/* Ctrl K (⌘ K) and / go to the search box: the one in the page where there is one, else the one in the top bar. */
export default class extends Controller {
  connect() {
    document.addEventListener("keydown", this.pressed);
  }

  disconnect() {
    document.removeEventListener("keydown", this.pressed);
  }

  pressed = (event) => {
    const isCtrlK = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isCtrlK && !(isSlash && !this.isTyping(event.target))) return;
    const inPage = document.querySelectorAll('main [role="search"] input[type="search"]');
    const onTop = document.querySelectorAll(".topsearch input");
    const box = [...inPage, ...onTop].find((input) => input.offsetParent !== null);
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  };

  isTyping(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }
}
