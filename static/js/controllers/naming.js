const MOST = 8; // of one kind
const TYPED = /(\[\[|@|＠)([^\s[\]@＠，。、；：！？,;:()（）]{1,30})$/;

/* What is being named before the cursor: {size, words, kinds} or null. `groups` says what can be named besides colleagues. */
export function named(area, groups) {
  const before = area.value.slice(0, area.selectionStart);
  const found = before.match(TYPED);
  if (!found) return null;
  const [{ length: size }, sign, words] = found;
  const pages = "page" in groups ? ["page"] : [];
  if (sign === "[[") return pages.length ? { size, words, kinds: pages } : null;
  return /[\w.-]/.test(before.charAt(found.index - 1)) ? null : { size, words, kinds: ["person", ...pages] }; // a@b.cn is an address
}

/* What the house knows by these words, and this person may see: [[kind, hits]]. */
export async function known(url, { kinds, words }) {
  const address = `${url}?${kinds.map((kind) => `kind=${kind}&`).join("")}q=${encodeURIComponent(words)}`;
  const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" }).catch(() => null);
  const { suggestions } = answer?.ok ? await answer.json() : { suggestions: [] };
  return kinds.map((kind) => [kind, suggestions.filter((hit) => hit.kind === kind).slice(0, MOST)]).filter(([, hits]) => hits.length);
}

/* Options of a list, under the label of their kind where it has one. */
export function rows(groups, labels, take) {
  return groups.flatMap(([kind, hits]) => [...(labels[kind] ? [made("div", "grp", labels[kind])] : []), ...hits.map((hit) => option(hit, take))]);
}

function option(hit, take) {
  const button = Object.assign(made("button", "", hit.path ? `${hit.title} · ${hit.path}` : hit.title), { type: "button", tabIndex: -1 });
  button.setAttribute("role", "option");
  button.addEventListener("click", () => take(hit));
  return button;
}

const made = (tag, className, textContent) => Object.assign(document.createElement(tag), { className, textContent });

/* As Markdown. */
export function written({ kind, title, uid }) {
  const said = title.replace(/[\\[\]]/g, "\\$&");
  return kind === "person" ? `[@${said}](mention:${uid})` : `[${said}](page:${uid})`;
}
