import { icon, make } from "./extensions/elements.js";
import { word } from "./words.js";

const CLOCK = new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });

/* The line at the top: is my text safe? And what to do when it is not. */
export function saying({ root, connection, config, offer }) {
  const line = root.querySelector("[data-editor-state]");
  const notice = root.querySelector("[data-editor-notice]");
  let shown = "";

  function tell() {
    const { text, isSafe } = state(connection);
    if (line.textContent !== text) line.textContent = text;
    line.classList.toggle("is-warn", !isSafe);
    root.dataset.phase = connection.phase;
    root.toggleAttribute("data-unsaved", connection.isUnsaved);
    root.toggleAttribute("data-late", connection.isLate);
    const news = trouble(connection);
    if ((news?.key ?? "") === shown) return;
    shown = news?.key ?? "";
    notice.replaceChildren(...(news ? [callout(news, { config, offer })] : []));
  }

  connection.on("change", tell);
  tell();
}

function state({ phase, isUnsaved, keptAt, may, ending }) {
  if (phase === "closed") return { text: word(ending.code === 4404 ? "gone" : "closed"), isSafe: !isUnsaved };
  if (phase === "connecting") return { text: word("connecting"), isSafe: true };
  if (phase === "offline") return { text: word("offline"), isSafe: false };
  if (may !== "edit") return { text: word("read_only"), isSafe: true };
  if (isUnsaved) return { text: word("saving"), isSafe: true };
  return { text: keptAt ? word("saved", { at: CLOCK.format(keptAt) }) : word("ready"), isSafe: true };
}

/* What stands between the person and the text, with what can be done about it. */
function trouble({ phase, isLate, isRefused, isUnsaved, may, why, ending }) {
  if (phase === "closed") {
    const copy = isUnsaved ? ["copy"] : [];
    const title = word(ending.code === 4404 ? "gone" : "closed");
    return { key: `closed ${ending.code} ${isUnsaved}`, tone: "warn", title, text: closed(ending, isUnsaved), acts: [...copy, ...actsFor(ending.code)] };
  }
  if (isLate) return { key: "late", tone: "warn", title: word("no_line"), text: word("no_line_why"), acts: ["plain", "draft"] };
  if (isRefused) return { key: `refused ${why}`, tone: "warn", title: word("refused"), text: why, acts: ["copy"] };
  if (phase === "online" && may !== "edit") return { key: `read ${why}`, tone: "", title: word("read_only"), text: why, acts: ["draft"] };
  return null;
}

/* The page knows better than the server what can be done here, and whether something would be lost by it. */
function closed({ code, why }, isUnsaved) {
  const known = word(`closed_${code}`);
  const said = known.startsWith("closed_") ? why : known;
  const next = word(isUnsaved ? "copy_first" : "closed_why");
  return actsFor(code).includes("reload") && code !== 4403 ? `${said}${next}` : said;
}

function actsFor(code) {
  if (code === 4401) return ["sign_in", "again"];
  if ([4409, 4413, 4426].includes(code)) return ["reload"];
  if (code === 4404) return ["library"];
  return ["draft", "reload"];
}

function callout({ tone, title, text, acts }, { config, offer }) {
  const box = make("div", { class: `callout${tone ? ` co-${tone}` : ""}`, role: tone ? "alert" : "status" });
  const words = make("div", { class: "grow" }, make("strong", { class: "k" }, title), text);
  box.append(icon(config, tone ? "triangle-alert" : "info"), words, ...acts.map((act) => offer(act)).filter(Boolean));
  return box;
}
