import { word } from "./words.js";

const EVERY = 30_000; // milliseconds, while the page is seen

/* Somebody writes this page in the plain editor, beside the room: those in the room are told. */
export function neighbours({ root, config }) {
  const place = root.querySelector("[data-editor-neighbour]");

  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch(config.urls.presence, { credentials: "same-origin" });
      const { plain } = await answer.json();
      place.hidden = !plain;
      if (plain) place.querySelector("[data-words]").textContent = word("neighbour", { name: plain.name });
    } catch (_error) {
      /* the line at the top tells that nobody answers */
    }
  }

  look();
  setInterval(look, EVERY);
}
