/* The keyboard of a phone covers the lower part of the page without telling it: the toolbar is put above the keyboard. */
export function phone({ root, editor }) {
  const bar = root.querySelector(".edbar");
  const seen = window.visualViewport;
  const small = window.matchMedia("(max-width: 720px)");
  if (!bar || !seen) return undefined;
  let waiting = 0;
  const place = () => {
    waiting = 0;
    bar.classList.toggle("is-floating", small.matches);
    const covered = small.matches ? Math.max(0, Math.round(document.documentElement.clientHeight - seen.height - seen.offsetTop)) : 0;
    bar.style.bottom = covered > 1 ? `${covered}px` : "";
    root.classList.toggle("is-typing", covered > 100);
  };
  const later = () => (waiting ||= requestAnimationFrame(place));
  const keep = () => small.matches && editor.isFocused && setTimeout(() => !editor.isDestroyed && reveal(editor, bar), 300);
  seen.addEventListener("resize", later);
  seen.addEventListener("resize", keep);
  seen.addEventListener("scroll", later);
  editor.on("focus", later);
  place();
  return () => {
    seen.removeEventListener("resize", later);
    seen.removeEventListener("resize", keep);
    seen.removeEventListener("scroll", later);
  };
}

/* The line that is written stays in sight above bar and keyboard. */
function reveal({ view }, bar) {
  const { bottom } = view.coordsAtPos(view.state.selection.head);
  const most = bar.getBoundingClientRect().top - 8;
  if (bottom > most) window.scrollBy(0, bottom - most);
}
