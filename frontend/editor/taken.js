import { make } from "./extensions/elements.js";

const LASTS = 60000; // milliseconds
const known = new Map();

/* What stands in a text from elsewhere (a section, a file), as whoever writes would read it: asked of the server when it
   comes near, nothing in it can be pressed. `markdown` is how the text says it. */
export function taken(config, markdown) {
  const dom = make("div", { class: "ed-taken prose", contenteditable: "false", inert: true, "aria-hidden": "true" });
  if (!config.shown) return dom;
  const watcher = new IntersectionObserver((seen) => {
    if (!seen.some((each) => each.isIntersecting)) return;
    watcher.disconnect();
    asked(config, markdown).then((html) => (dom.innerHTML = html), () => dom.remove());
  }, { rootMargin: "300px" });
  watcher.observe(dom);
  return dom;
}

/* The server's answer is clean HTML, the same that the preview shows. */
function asked(config, markdown) {
  const found = known.get(markdown);
  if (found && Date.now() - found.at < LASTS) return found.answer;
  const body = new FormData();
  body.append("body", markdown);
  const headers = { ...JSON.parse(document.body.getAttribute("hx-headers") || "{}"), "HX-Request": "true" };
  const answer = fetch(config.shown, { method: "POST", headers, body, credentials: "same-origin" }).then((told) => {
    if (!told.ok || told.redirected) throw new Error(told.status);
    return told.text();
  });
  known.set(markdown, { at: Date.now(), answer });
  answer.catch(() => known.delete(markdown));
  return answer;
}
