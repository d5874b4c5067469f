/* Passages of a text as the server knows them: words, what stands before and after, without regard to blanks.
   Shared by the reading page and the editor, which is built with it: make editor. */

const AROUND = 32; // characters, as in content/comments/anchors.py
const NOT_TEXT = "a.anchor, a.footnote-backref, sup[id^=fnref], .noted-sign, .vh, script, style";

/* The words of an element without our own signs: {text, pieces: [{node, start}]}. */
export function textOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(NOT_TEXT)) continue;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  return { text, pieces };
}

export function squeezed(text) {
  return text.replace(/\s+/g, "");
}

/* The passage between two places of a text. */
export function passageAt(text, start, end) {
  return {
    quote: text.slice(start, end).trim(),
    prefix: squeezed(text.slice(Math.max(0, start - 4 * AROUND), start)).slice(-AROUND),
    suffix: squeezed(text.slice(end, end + 4 * AROUND)).slice(0, AROUND),
  };
}

/* Where a passage stands: [start, end], or null. Of several the one whose surroundings fit best. */
export function locate(text, { quote, prefix = "", suffix = "" }) {
  const wanted = squeezed(quote);
  if (!wanted) return null;
  const places = [];
  let thin = "";
  for (let place = 0; place < text.length; place++) {
    if (/\s/.test(text[place])) continue;
    places.push(place);
    thin += text[place];
  }
  let best = -1;
  let bestFit = -1;
  for (let at = thin.indexOf(wanted); at >= 0; at = thin.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const fit = alike(reversed(thin.slice(Math.max(0, at - AROUND), at)), reversed(prefix)) + alike(thin.slice(end, end + AROUND), suffix);
    if (fit > bestFit) [best, bestFit] = [at, fit];
  }
  return best < 0 ? null : [places[best], places[best + wanted.length - 1] + 1];
}

/* The pieces of text nodes between two places, to be marked: [{node, from, to}]. */
export function nodesBetween({ pieces }, start, end) {
  return pieces
    .filter(({ node, start: at }) => at < end && at + node.length > start)
    .map(({ node, start: at }) => ({ node, from: Math.max(0, start - at), to: Math.min(node.length, end - at) }));
}

/* [start, end] of a range in the words of an element. */
export function placeOf(range, { pieces }) {
  const inside = pieces.filter(({ node }) => range.intersectsNode(node));
  if (!inside.length) return null;
  const [first, last] = [inside[0], inside[inside.length - 1]];
  const start = first.start + (range.startContainer === first.node ? range.startOffset : 0);
  const end = last.start + (range.endContainer === last.node ? range.endOffset : last.node.length);
  return start < end ? [start, end] : null;
}

function alike(left, right) {
  let count = 0;
  while (count < left.length && count < right.length && left[count] === right[count]) count++;
  return count;
}

function reversed(text) {
  return text.split("").reverse().join("");
}
