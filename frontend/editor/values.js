/* Title, summary, tags and the fields of the kind: controls of the page bound to the map of values. The last who writes
   a field wins it. `data-value` names the field, `data-value-kind` how it is kept. */
const SEPARATORS = /[,，、]/;

const KINDS = {
  text: { read: (control) => control.value, show: (control, value) => (control.value = plain(value)) },
  truth: { read: (control) => (control.checked ? "True" : "False"), show: (control, value) => (control.checked = value === true || value === "True") },
  tags: { read: (control) => tagsOf(control.value), show: (control, value) => (control.value = (value ?? []).join("，")) },
};

const plain = (value) => (value === null || value === undefined || value === "None" ? "" : String(value));

function tagsOf(text) {
  return [...new Set(text.split(SEPARATORS).map((tag) => tag.trim().slice(0, 40)).filter(Boolean))].slice(0, 12);
}

export function values({ root, map, connection }) {
  const controls = [...root.querySelectorAll("[data-value]")].map((place) => {
    const control = place.matches("input, textarea, select") ? place : place.querySelector("input:not([type=hidden]), textarea, select");
    return { control, name: place.dataset.value, ...KINDS[place.dataset.valueKind ?? "text"] };
  });

  for (const { control, name, read } of controls) {
    const write = (event) => {
      const value = read(control);
      const isSame = JSON.stringify(value) === JSON.stringify(map.get(name));
      if (!event.isComposing && !isSame && control.validity.valid) map.doc.transact(() => map.set(name, value), control);
    };
    const kind = control.dataset.valueKind ?? control.closest("[data-value]").dataset.valueKind;
    for (const event of kind === "tags" ? ["change"] : ["input", "change", "compositionend"]) control.addEventListener(event, write);
  }

  function show({ control, name, show }) {
    if (!map.has(name)) return;
    const before = control.value;
    const place = control === document.activeElement && "selectionStart" in control ? control.selectionStart : null;
    show(control, map.get(name));
    control.dispatchEvent(new Event("values:shown"));
    if (place !== null && control.value !== before) moved(control, before, place);
  }

  map.observe((change) => {
    for (const one of controls) if (change.keysChanged.has(one.name) && change.transaction.origin !== one.control) show(one);
  });
  const allow = () => {
    const isOpen = connection.phase !== "connecting" && connection.phase !== "closed" && connection.may === "edit";
    for (const { control } of controls) {
      if (control.matches("select, [type=checkbox]")) control.disabled = !isOpen;
      else control.readOnly = !isOpen;
    }
  };
  connection.on("change", allow);
  allow();
  return () => controls.forEach(show);
}

/* The cursor stays where it was in the words when somebody else changes the field before it. */
function moved(control, before, place) {
  const tail = before.slice(place);
  const at = control.value.endsWith(tail) ? control.value.length - tail.length : Math.min(place, control.value.length);
  try {
    control.setSelectionRange(at, at);
  } catch (_error) {
    /* dates and numbers have no cursor */
  }
}
