/* The line on which the server says how many notices wait; where lines are forbidden, a question every few seconds.
   Tells the window by "bell" {unread, urgent, latest}, and by "news" when something new has come. */
const AFTER = 1_500; // milliseconds after a page was opened: who clicks on at once needs no line
const ASK_EVERY = 4_000; // while the page is seen
const LONGEST = 60_000; // between two tries
const OVER = (code) => code >= 4400 && code < 4500; // coming again helps only after somebody has signed in
const others = "BroadcastChannel" in window ? new BroadcastChannel("hzh-bell") : null;
let address, question, socket, hears, isOver, comes;
let failures = 0;
let latest = 0;

export function listen(lineAddress, askAddress) {
  if (address) return;
  address = new URL(lineAddress, location.href.replace(/^http/, "ws")).href;
  question = askAddress;
  comeIn(AFTER);
  setInterval(ask, ASK_EVERY);
}

function comeIn(milliseconds) {
  clearTimeout(comes);
  comes = setTimeout(open, milliseconds);
}

function open() {
  if (socket || isOver || !address) return;
  const line = (socket = new WebSocket(address));
  line.onmessage = ({ data }) => {
    hears = true;
    failures = 0;
    take(JSON.parse(data));
    others?.postMessage(data);
  };
  line.onclose = ({ code }) => {
    if (line !== socket) return;
    socket = null;
    hears = false;
    isOver = OVER(code);
    comeIn(Math.min(LONGEST, 1000 * 2 ** failures++) * (0.5 + Math.random()));
  };
}

function rest() {
  const line = socket;
  socket = null;
  hears = false;
  clearTimeout(comes);
  line?.close();
}

async function ask() {
  if (hears || isOver || document.hidden || !socket && failures === 0) return;
  try {
    const answer = await fetch(question, { credentials: "same-origin", headers: { Accept: "application/json" } });
    if (answer.ok) take(await answer.json());
    isOver = answer.status === 401 || answer.status === 403;
  } catch (_error) {
    /* the network is away; toasts say so */
  }
}

function take(numbers) {
  if (numbers.latest > latest) window.dispatchEvent(new CustomEvent("news", { detail: numbers }));
  latest = Math.max(latest, numbers.latest);
  window.dispatchEvent(new CustomEvent("bell", { detail: numbers }));
}

/* A tab that nobody sees leaves its line to the one that is seen, and hears from it. */
others?.addEventListener("message", ({ data }) => {
  if (data) take(JSON.parse(data));
  if (document.hidden) data ? rest() : comeIn(3000 + 3000 * Math.random());
});
document.addEventListener("visibilitychange", () => document.hidden || comeIn(0));
window.addEventListener("pageshow", ({ persisted }) => persisted && comeIn(0));
window.addEventListener("pagehide", () => {
  if (socket) others?.postMessage("");
  rest();
});
