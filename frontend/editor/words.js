/* Words for people come from the server, in the language of the person: content/together/words.py. */
let words = {};

export function learn(element) {
  words = element ? JSON.parse(element.textContent) : {};
}

export function word(name, values = {}) {
  return Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`{${key}}`, value), words[name] ?? name);
}
