/* Attributes of our nodes travel through the clipboard as data-… in JSON. What comes back has the type it had, else
   it is as when nobody says: a stranger's HTML puts nothing into a page that the server would refuse. */
export function attributes(defaults, rules = {}) {
  return Object.fromEntries(Object.keys(defaults).map((name) => [name, attribute(name, defaults[name], rules[name])]));
}

function attribute(name, initial, rule = (value) => fits(value, initial)) {
  return {
    default: initial,
    parseHTML: (element) => {
      const value = parsed(element.getAttribute(`data-${name}`));
      return value !== undefined && rule(value) ? value : initial;
    },
    renderHTML: (attrs) => (attrs[name] === initial ? {} : { [`data-${name}`]: JSON.stringify(attrs[name]) }),
  };
}

/* For getAttrs: whether the element says what its node cannot be without. */
export const named = (name, rule) => (element) => rule(parsed(element.getAttribute(`data-${name}`))) && null;

function parsed(text) {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch (_error) {
    return undefined;
  }
}

function fits(value, initial) {
  if (initial === null) return value === null || (typeof value === "string" && value.length <= 500);
  return typeof value === typeof initial && String(value).length <= 1000;
}

export const isNumber = (least, most) => (value) => Number.isInteger(value) && value >= least && value <= most;
export const isOneOf = (...values) => (value) => value === null || values.includes(value);
export const isId = (value) => typeof value === "string" && /^[\p{L}\p{N}_.:-]{1,80}$/u.test(value);
export const isNote = (value) => typeof value === "string" && /^[\p{L}\p{N}_-]{1,40}$/u.test(value);
export const isUid = (value) => typeof value === "string" && /^[2-9a-hjkmnp-z]{12}$/.test(value);

const SCHEMES = ["http", "https", "mailto", "tel", "page", "file", "mention"];
const ODD = /[\u0000-\u0020\u007f-\u00a0<>"`\\]/;

/* Where a link or a picture may lead; content/text/tree/checking.py asks the same. */
export function isTarget(value) {
  if (typeof value !== "string" || !value || value.length > 2000 || ODD.test(value)) return false;
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(value);
  return !scheme || SCHEMES.includes(scheme[1].toLowerCase());
}
