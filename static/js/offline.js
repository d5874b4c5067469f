/* The offline page stands at the address that could not be fetched: loading it again is the way back.
   Alone in its file, since without the network only what the service worker keeps can be loaded. */
const RETRY_AFTER = 5000; // the cable may be in long before the network answers

const again = () => window.location.reload();

window.addEventListener("online", again);
document.getElementById("again").addEventListener("click", again);
setTimeout(again, RETRY_AFTER);
