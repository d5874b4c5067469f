import { icon } from "../extensions/elements.js";
import { does } from "./actions.js";
import { suggestingKey } from "./suggesting.js";

const PAUSE = 120; // milliseconds after the last key
const MOST = 8;

/* What the menus at the cursor hold: blocks after “/”, people after “@”, pages after “[[”. */
export function offering(desk) {
  const { editor, config } = desk;
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
    const hits = await ask(config, kind, query);
    return hits.map((hit) => ({ label: hit.title, note: hit.path, icon: icon(config, kind === "person" ? "user-round" : "file-text"), run: () => take(kind, hit) }));
  }

  function take(kind, { uid, title }) {
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

export async function ask(config, kind, words) {
  try {
    const address = `${config.suggestions}?kind=${kind}&q=${encodeURIComponent(words)}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    return answer.ok ? (await answer.json()).suggestions.slice(0, MOST) : [];
  } catch (_error) {
    return []; // without the line nothing is suggested; what was typed stays
  }
}
