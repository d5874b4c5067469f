import { post, say } from "../post.js";

const EDGE = 0.3; // of the height of a line: above it before, below it after, between them into

/* The items of a page tree as elements: which page an item is, and how it is put elsewhere. */

/* The item of the page whose link or line this is; links that show more of a level are none. */
export function pageOf(element) {
  const item = element.closest?.(".tree li");
  return item && uidOf(item) ? item : null;
}

export function uidOf(item) {
  const link = item.querySelector(":scope > a:not(.tree-more)");
  return link ? new URL(link.href).pathname.split("/")[2] : "";
}

/* Where a page falls that is dropped at this height; what stands after an open branch is its first child's place. */
export function sideOf(item, y) {
  const { top, height } = item.querySelector(":scope > a").getBoundingClientRect();
  const at = (y - top) / height;
  if (at < EDGE) return "before";
  return at > 1 - EDGE && !item.querySelector(":scope > ul:not([hidden])") ? "after" : "into";
}

/* Asks the server to move the page. Answers what it said, or null after telling why not. */
export async function send(item, place, failed) {
  const data = new FormData();
  Object.entries(place).forEach(([name, value]) => data.append(name, value));
  try {
    const answer = await post(`/wiki/${uidOf(item)}/arrange/`, data);
    const said = await answer.json();
    if (answer.ok) return said;
    say(said.error, "error");
  } catch (_error) {
    say(failed, "error");
  }
  return null;
}

/* The uid of the page whose children stand in the list of this item; those of the space stand outermost. */
export function listOf(item, space) {
  const above = item.parentElement.closest(".tree li");
  return above ? uidOf(above) : space;
}

/* Answers a function that puts the item back where it stands now. */
export function remember(item) {
  const [list, next, above] = [item.parentElement, item.nextElementSibling, item.parentElement.closest(".tree li")];
  const twist = above?.querySelector(":scope > .twist");
  return () => {
    const now = item.isConnected && item.parentElement;
    document.querySelectorAll(`.tree li > a[href="${item.querySelector(":scope > a").getAttribute("href")}"]`).forEach((copy) => {
      if (copy.parentElement !== item) copy.parentElement.remove();
    });
    if (above && !list.isConnected) above.append(list);
    if (above && !twist.isConnected) above.prepend(twist);
    list.insertBefore(item, next);
    if (now) tidy(now);
  };
}

/* Beside the target, or last of those below it; a branch that is not loaded yet shows it when it opens. */
export function put(item, target, side, twist) {
  const left = item.parentElement;
  if (side === "before") target.before(item);
  else if (side === "after") target.after(item);
  else into(item, target, twist);
  if (left !== item.parentElement) tidy(left);
}

function into(item, target, twist) {
  const opener = target.querySelector(":scope > .twist");
  let list = target.querySelector(":scope > ul");
  if (!list && opener) {
    item.remove();
    opener.click();
    return;
  }
  if (!list) {
    target.insertAdjacentHTML("afterbegin", twist);
    list = Object.assign(document.createElement("ul"), { className: "tree" });
    target.append(list);
  }
  list.append(item);
  if (opener?.getAttribute("aria-expanded") === "false") opener.click();
}

/* A page with nothing below it any more has nothing to open. */
function tidy(list) {
  const above = list.parentElement?.closest(".tree li");
  if (!above || list.children.length) return;
  above.querySelector(":scope > .twist")?.remove();
  list.remove();
}
