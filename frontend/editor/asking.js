/* A request of this page to the server, with its token; answers JSON or throws an error with words for the person. */
export async function ask(address, fields, failed) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { ...JSON.parse(document.body.getAttribute("hx-headers") || "{}"), "HX-Request": "true" };
  let answer;
  try {
    answer = await fetch(address, { method: "POST", headers, body, credentials: "same-origin" });
  } catch (_error) {
    throw new Error(failed);
  }
  const told = (answer.headers.get("Content-Type") ?? "").includes("json") ? await answer.json() : {};
  if (!answer.ok) throw Object.assign(new Error(told.why || failed), { fields: told.fields });
  return told;
}

/* A short message at the bottom of the page; the frame's toasts listen. */
export function say(text, tone = "") {
  window.dispatchEvent(new CustomEvent("toast", { detail: { text, tone, offer: null } }));
}
