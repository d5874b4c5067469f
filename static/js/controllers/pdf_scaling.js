const STEP = 1.2;
const SMALLEST = 0.25;
const LARGEST = 6;

/* Larger, smaller, turned, the whole window. */
export const scaling = (Base) => class extends Base {
  larger() {
    this.zoom(STEP);
  }

  smaller() {
    this.zoom(1 / STEP);
  }

  zoom(factor) {
    if (this.viewer) this.viewer.currentScale = Math.min(Math.max(this.viewer.currentScale * factor, SMALLEST), LARGEST);
  }

  fit() {
    this.viewer.currentScaleValue = "page-width";
  }

  turn() {
    this.viewer.pagesRotation = (this.viewer.pagesRotation + 90) % 360;
  }

  /* Where the browser has no full screen of its own (iPhones) the window is filled. */
  fill() {
    const box = this.element.closest(".viewer");
    const isFilled = box.classList.toggle("is-filled");
    this.fillerTarget.setAttribute("aria-pressed", String(isFilled));
    if (!isFilled && document.fullscreenElement) document.exitFullscreen();
    else if (isFilled && box.requestFullscreen) box.requestFullscreen().catch(() => {});
    box.onfullscreenchange = () => {
      if (!document.fullscreenElement && box.classList.contains("is-filled")) this.fill();
    };
  }
};
