/* What a page asks by itself never leads away from a text somebody writes: the editor says so when the session is over,
   and keeps the words. Only what a person did (a press, a sent form) goes where the server points. */
const WRITING = '[data-editor-text], [data-controller~="dirty"]';

document.addEventListener("htmx:beforeOnLoad", (event) => {
  const { xhr, requestConfig } = event.detail;
  const isAsked = requestConfig.triggeringEvent?.isTrusted;
  if (!isAsked && xhr.getResponseHeader("HX-Redirect") && document.querySelector(WRITING)) event.preventDefault();
});
