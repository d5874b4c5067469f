// Starts Wagtail's widgets from data in the page: our policy lets no inline script run.
// Only these may be named, or a bit of injected HTML could call any function there is.
const STARTERS = new Set([
  "initDateChooser",
  "initTimeChooser",
  "initDateTimeChooser",
  "Chooser",
  "PageChooser",
  "ImageChooser",
  "DocumentChooser",
  "SnippetChooser",
  "createTaskChooser",
  "InlinePanel",
  "MultipleChooserPanel",
]);

function start(element) {
  const name = element.dataset.appCallNameValue;
  element.remove(); // or moving a row of a form would start its widgets again
  if (STARTERS.has(name)) new window[name](...JSON.parse(element.textContent));
}

class AppCall extends window.StimulusModule.Controller {
  connect() {
    start(this.element);
  }
}

window.wagtail.app.register("app-call", AppCall);

// A multiple chooser fills a new row in the same breath as it adds it, before Stimulus has seen it.
document.addEventListener("w-formset:added", ({ target }) => {
  target.querySelectorAll("[data-controller=app-call]").forEach(start);
});
