/* Has diagrams drawn in a frame without an origin (content:diagram_frame), which is brought in when the first is asked for. */
const FRAME = "/diagrams/frame/";
const LOADING = 30000; // milliseconds until the frame must have answered
const DRAWING = 10000;

let frame = null;
let turn = Promise.resolve();
let number = 0;
let below = "";

export class DiagramError extends Error {
  constructor({ line = 0, words = "" }) {
    super(words);
    this.line = line;
  }
}

/* The picture as SVG text: for an <img>, or for the server to write anew. Raises DiagramError. */
export function draw(text) {
  const drawn = turn.then(async () => ask(await framed(), text));
  turn = drawn.catch(() => {});
  return drawn;
}

/* What stands over the text of a diagram, below its picture. */
export function belowWords() {
  return below;
}

/* A picture that can run nothing, whatever it holds. */
export function pictured(svg, alt) {
  const image = document.createElement("img");
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  image.addEventListener("load", () => URL.revokeObjectURL(address), { once: true });
  image.src = address;
  image.alt = alt;
  return image;
}

async function framed() {
  if (frame) return frame;
  frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.className = "diagram-frame";
  frame.title = "";
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  const ready = heard((data) => data.ready, LOADING);
  frame.src = FRAME;
  document.body.append(frame);
  ({ below } = await ready);
  return frame;
}

async function ask(frame, text) {
  number += 1;
  const id = number;
  const answer = heard((data) => data.id === id, DRAWING);
  frame.contentWindow.postMessage({ id, text }, "*"); // it has no origin to be named
  const { svg, error } = await answer;
  if (typeof svg !== "string") throw new DiagramError(error ?? {});
  return svg;
}

function heard(isIt, patience) {
  const from = frame;
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(waiting);
      window.removeEventListener("message", listen);
    };
    const listen = (event) => {
      if (event.source !== from.contentWindow || !event.data || !isIt(event.data)) return;
      stop();
      resolve(event.data);
    };
    const waiting = setTimeout(() => {
      stop();
      from.remove(); // whatever it is busy with
      frame = null;
      reject(new DiagramError({}));
    }, patience);
    window.addEventListener("message", listen);
  });
}
