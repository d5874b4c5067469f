/* What is said over the pages: that they come, need a password, or why they do not come. */
export const saying = (Base) => class extends Base {
  ask(answer, isWrong) {
    this.answer = answer;
    this.show("locked");
    this.wrongTarget.textContent = isWrong ? this.wrongValue : "";
    this.passwordTarget.value = "";
    this.passwordTarget.focus();
  }

  unlock(event) {
    event.preventDefault();
    this.show("loading");
    this.answer(this.passwordTarget.value);
  }

  tell(loaded, total) {
    this.progressTarget.hidden = !total;
    if (total) this.progressTarget.value = Math.round((100 * loaded) / total);
  }

  fail(reason) {
    this.show("failed");
    this.barTarget.hidden = true;
    this.whyTargets.forEach((why) => (why.hidden = why.dataset.why !== reason));
  }

  show(name) {
    for (const each of ["loading", "locked", "failed"]) this[`${each}Target`].hidden = each !== name;
  }
};
