/* POST with the page's CSRF token; the server knows by HX-Request that a script is asking. */
export function post(url, data) {
  const headers = { ...JSON.parse(document.body.getAttribute("hx-headers") || "{}"), "HX-Request": "true" };
  return fetch(url, { method: "POST", headers, body: data, credentials: "same-origin" });
}

/* Show a short message; toasts_controller listens. */
export function say(text, tone = "") {
  window.dispatchEvent(new CustomEvent("toast", { detail: { text, tone } }));
}
