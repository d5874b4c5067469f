import { label, lead, mark, trouble } from "./judging.js";
import { word } from "./words.js";

/* Title, summary, tags and the fields of the kind: controls of the page bound to the map of values. The last who writes
   a field wins it. `data-value` names the field, `data-value-kind` how it is kept. What may not stand there stays on this
   screen, marked; the others keep what was good, or where it was emptied, what stood there before. */
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

export function values({ root, map, connection, config }) {
  const controls = [...root.querySelectorAll("[data-value]")].map((place) => {
    const control = place.matches("input, textarea, select") ? place : place.querySelector("input:not([type=hidden]), textarea, select");
    return { control, name: place.dataset.value, isPlain: control.matches("input:not([type=checkbox]), textarea"), ...KINDS[place.dataset.valueKind ?? "text"] };
  });

  const is = (name, value) => JSON.stringify(value) === JSON.stringify(map.get(name));

  for (const one of controls) {
    const { control, name, read } = one;
    const put = (value) => is(name, value) || map.doc.transact(() => map.set(name, value), control);
    let before, own; // what the field said when this person came to it, and what they wrote there last
    const write = (event) => {
      if (event.isComposing || control.readOnly || control.disabled) return;
      const value = read(control), why = trouble(control);
      if (!why) {
        if (own === undefined || !is(name, own)) before = map.get(name);
        put((own = value));
      } else if (own !== undefined && is(name, own) && !control.value.trim() && plain(before)) put((own = before));
      judge(one, why && (event.type === "change" || control.required || control.matches("[aria-invalid]")) ? why : "");
    };
    control.addEventListener("focus", () => (own = undefined));
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

  function judge({ control, name, read, isPlain }, why = trouble(control)) {
    const kept = isPlain && why && !is(name, read(control)) ? plain(map.get(name)).trim() : "";
    mark(control, why && kept ? why + word("value_kept", { kept: kept.length > 30 ? `${kept.slice(0, 30)}…` : kept }) : why, config);
  }

  function shown(one) {
    show(one);
    judge(one);
  }

  map.observe((change) => {
    for (const one of controls) if (change.keysChanged.has(one.name) && change.transaction.origin !== one.control) shown(one);
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

  return {
    fill: () => controls.forEach(shown),
    /* Why the first field that is wrong on this screen cannot stay so, having led there; or nothing. */
    wrong() {
      const bad = controls.filter(({ control }) => trouble(control));
      bad.forEach((one) => judge(one));
      if (!bad.length) return "";
      lead(bad[0].control);
      return word("value_stops", { label: label(bad[0].control), why: trouble(bad[0].control) });
    },
    /* What the server does not take: {name: why}. */
    refuse(why = {}) {
      const bad = controls.filter(({ name }) => why[name]);
      bad.forEach((one) => judge(one, why[one.name]));
      if (bad.length) lead(bad[0].control);
    },
  };
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
