import { icon } from "../extensions/elements.js";
import { does } from "./actions.js";
import { suggestingKey } from "./suggesting.js";

const PAUSE = 120; // milliseconds after the last key
const MOST = 8; // of one kind
const KINDS = { person: ["person", "page"], page: ["page"] };
const LOOKS = { person: { called: "colleagues", sign: "user-round" }, page: { called: "pages", sign: "file-text" } };

/* What the menus at the cursor hold: blocks after “/”, people and pages after “@”, pages after “[[”. */
export function offering(desk) {
  const { editor, config, word } = desk;
  function blocks({ query }) {
    const typed = query.toLowerCase();
    return (config.inserts ?? [])
      .filter(({ label, words }) => !typed || label.toLowerCase().includes(typed) || words.split(" ").some((word) => word.startsWith(typed) || word.includes(typed) && typed.length > 1))
      .map(({ does: name, label, group, note, icon: sign }) => ({
        label,
        note,
        group: typed ? "" : group,
        icon: icon(config, sign),
        run: () => replaced("") && does(desk, name),
      }));
  }

  async function suggested({ kind, query }) {
    if (!query.trim()) return [];
    await new Promise((go) => setTimeout(go, PAUSE));
    if (suggestingKey.getState(editor.state)?.query !== query) return [];
    const hits = await ask(config, KINDS[kind], query);
    return hits.map((hit) => ({ label: hit.title, note: hit.path, group: word(LOOKS[hit.kind].called), icon: icon(config, LOOKS[hit.kind].sign), run: () => take(hit) }));
  }

  function take({ kind, uid, title }) {
    if (kind === "person") replaced([{ type: "mention", attrs: { uid, label: `@${title}` } }, { type: "text", text: " " }]);
    else replaced([{ type: "text", text: title, marks: [{ type: "link", attrs: { href: `page:${uid}` } }] }]);
  }

  /* In place of what was typed. */
  function replaced(content) {
    const found = suggestingKey.getState(editor.state);
    if (!found?.kind || !editor.isEditable) return false;
    const range = { from: found.from, to: found.to };
    const chain = editor.chain().focus().deleteRange(range);
    return (content ? chain.insertContentAt(found.from, content) : chain).setMeta(suggestingKey, { close: true }).run();
  }

  return (found) => (found.kind === "insert" ? blocks(found) : suggested(found));
}

/* What the house knows by these words, kind by kind; only what this person may see. */
export async function ask(config, kinds, words) {
  try {
    const address = `${config.suggestions}?${kinds.map((kind) => `kind=${kind}&`).join("")}q=${encodeURIComponent(words)}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
    return kinds.flatMap((kind) => suggestions.filter((hit) => hit.kind === kind).slice(0, MOST));
  } catch (_error) {
    return []; // without the line nothing is suggested; what was typed stays
  }
}
