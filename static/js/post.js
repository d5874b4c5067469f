/* POST with the page's CSRF token; the server knows by HX-Request that a script is asking. */
export function post(url, data) {
  const headers = { ...JSON.parse(document.body.getAttribute("hx-headers") || "{}"), "HX-Request": "true" };
  return fetch(url, { method: "POST", headers, body: data, credentials: "same-origin" });
}

/* Send a form as if its button had been pressed; Safari before 16 cannot, and sends it without the button. */
export function submit(form, button) {
  if (form.requestSubmit) form.requestSubmit(button);
  else form.submit();
}

/* Show a short message; toasts_controller listens. `offer` is something to do about it: {words, run}. */
export function say(text, tone = "", offer = null) {
  window.dispatchEvent(new CustomEvent("toast", { detail: { text, tone, offer } }));
}
