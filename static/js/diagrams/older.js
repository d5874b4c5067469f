/* What the drawing library takes for granted and browsers of our line (Chromium 90, Safari 14.1) lack. */
(() => {
  const at = function (place) { return this[place < 0 ? this.length + Math.trunc(place) : Math.trunc(place) || 0]; };
  for (const kind of [Array, String]) {
    if (!kind.prototype.at) Object.defineProperty(kind.prototype, "at", { value: at, configurable: true, writable: true });
  }
  if (!Object.hasOwn) Object.hasOwn = (object, name) => Object.prototype.hasOwnProperty.call(object, name);
  if (!self.structuredClone) self.structuredClone = (value) => (value === undefined ? value : JSON.parse(JSON.stringify(value)));
})();
