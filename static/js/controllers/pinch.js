/* Two fingers on the element: grow it as they part, and say by how much when they leave. Answers how to stop. */
export function pinching(element, zoom) {
  let began = 0;
  let factor = 1;
  const apart = (touches) => Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY);
  const inner = () => element.firstElementChild;

  const start = (event) => {
    began = event.touches.length === 2 ? apart(event.touches) : 0;
  };
  const move = (event) => {
    if (!began || event.touches.length !== 2) return;
    event.preventDefault();
    factor = apart(event.touches) / began;
    inner().style.transform = `scale(${factor})`;
  };
  const end = () => {
    if (!began) return;
    inner().style.transform = "";
    if (Math.abs(factor - 1) > 0.05) zoom(factor);
    began = 0;
    factor = 1;
  };

  element.addEventListener("touchstart", start, { passive: true });
  element.addEventListener("touchmove", move, { passive: false });
  element.addEventListener("touchend", end);
  element.addEventListener("touchcancel", end);
  return () => {
    element.removeEventListener("touchstart", start);
    element.removeEventListener("touchmove", move);
    element.removeEventListener("touchend", end);
    element.removeEventListener("touchcancel", end);
  };
}
