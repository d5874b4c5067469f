/* Puts text into a textarea as if typed, so that undo works; Chromium's and Safari's execCommand does that. */
export function insert(area, text) {
  area.focus();
  if (!document.execCommand("insertText", false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/* The whole lines that the selection touches: [first character, character after the last]. */
export function linesOf(area) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const end = area.value.indexOf("\n", area.selectionEnd);
  return [start, end < 0 ? area.value.length : end];
}
