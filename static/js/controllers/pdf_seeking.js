const TYPING = 300; // milliseconds

/* Looking for words in the whole file. */
export const seeking = (Base) => class extends Base {
  seek() {
    const isShown = this.findTarget.hidden;
    this.findTarget.hidden = !isShown;
    this.seekerTarget.setAttribute("aria-expanded", String(isShown));
    if (isShown) this.queryTarget.select();
    else this.bus.dispatch("findbarclose", { source: this });
    (isShown ? this.queryTarget : this.scrollTarget).focus();
  }

  leaveFind(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.seek();
  }

  findSoon(event) {
    if (event.isComposing) return;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search("", false), TYPING);
  }

  findNext(event) {
    event.preventDefault();
    this.search("again", false);
  }

  findBack() {
    this.search("again", true);
  }

  search(type, findPrevious) {
    const query = this.queryTarget.value.trim();
    this.countTarget.textContent = "";
    const how = { caseSensitive: false, entireWord: false, matchDiacritics: false, highlightAll: true };
    this.bus?.dispatch("find", { source: this, type, query, findPrevious, phraseSearch: true, ...how });
  }

  counted({ current, total }) {
    const isAsked = this.queryTarget.value.trim() !== "";
    const words = total ? this.foundValue.replace("{n}", current).replace("{all}", total) : this.noneValue;
    this.countTarget.textContent = isAsked ? words : "";
  }

  /* Ctrl F looks through the whole file: the browser would only see the pages that are drawn. */
  pressed = (event) => {
    const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
    if (!this.viewer || (!isFind && event.target !== this.scrollTarget)) return;
    const doing = { "+": () => this.larger(), "=": () => this.larger(), "-": () => this.smaller(), 0: () => this.fit() };
    const press = isFind ? () => this.findTarget.hidden ? this.seek() : this.queryTarget.select() : !event.ctrlKey && doing[event.key];
    if (!press) return;
    event.preventDefault();
    press();
  };
};
