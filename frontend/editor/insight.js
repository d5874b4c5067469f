const ROOM = 8; // pixels between the line one writes in and what lies over the page

/* What lies over the top of the page and, on a phone, over its foot: the sheets hear of it as --ed-top (the bar may have
   several rows), the editor as its margins, or the line one writes in would go under it. */
export function insight({ root, editor }) {
  const [head, bar] = [root.querySelector(".edhead"), root.querySelector(".edbar")];
  if (!head || !bar) return undefined;
  const told = () => {
    const isAbove = getComputedStyle(bar).position === "sticky";
    const lowest = isAbove ? bar : head;
    const top = Math.round((parseFloat(getComputedStyle(lowest).top) || 0) + lowest.offsetHeight);
    const margin = { top: top + ROOM, bottom: ROOM + (isAbove ? 0 : bar.offsetHeight), left: 0, right: 0 };
    root.style.setProperty("--ed-top", `${top}px`);
    editor.view.setProps({ scrollMargin: margin, scrollThreshold: margin });
  };
  const watch = new ResizeObserver(told);
  watch.observe(head);
  watch.observe(bar);
  return () => watch.disconnect();
}
