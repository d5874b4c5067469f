import { ObservableV2 } from "lib0/observable";

const ASK_EVERY = 6_000; // milliseconds; also what keeps proxies from closing a line they think idle
const SILENT = 15_000; // half open: the other side is gone and nobody said so
const GIVE_UP = 8_000; // the first line does not come: many proxies swallow it without a word

/* How it stands with the line, for everybody who wants to know: `change` tells. Phases:
   connecting (never been there), online, offline (comes back by itself), closed (does not). */
export class Connection extends ObservableV2 {
  phase = "connecting";
  isLate = false; // the first line has not come
  may = "read";
  why = "";
  isUnsaved = false;
  isRefused = false; // something was typed that the server did not take
  keptAt = null;
  ending = null; // {code, why}

  constructor(provider, { may, why }) {
    super();
    Object.assign(this, { provider, may, why });
    provider.on("sync", (isThere) => isThere && this.arrived());
    provider.on("status", ({ status }) => status === "disconnected" && this.lost());
    provider.on("connection-close", () => this.phase !== "connecting" && this.lost());
    provider.on("closed", ({ code }) => this.end({ why: "", ...this.ending, code }));
    provider.on("notice", (notice) => this[`hear_${notice.type}`]?.(notice));
    provider.doc.on("update", (_update, origin) => origin !== provider && this.wrote());
    setInterval(() => this.check(), ASK_EVERY);
    this.patience = setTimeout(() => this.phase === "connecting" && this.set({ isLate: true }), GIVE_UP);
    window.addEventListener("offline", this.cut);
    window.addEventListener("online", this.back);
    provider.connect();
  }

  set(changes) {
    Object.assign(this, changes);
    this.emit("change", [this]);
  }

  arrived() {
    clearTimeout(this.patience);
    this.set({ phase: "online", isLate: false });
    this.look();
  }

  lost() {
    if (this.phase !== "closed") this.set({ phase: this.phase === "connecting" ? "connecting" : "offline" });
  }

  end(ending) {
    clearTimeout(this.patience);
    this.set({ phase: "closed", ending });
  }

  wrote() {
    this.set({ isUnsaved: true });
  }

  look() {
    if (this.isUnsaved && !this.isRefused && this.provider.isKept) this.set({ isUnsaved: false });
  }

  hear_saved({ at }) {
    this.set({ keptAt: new Date(at) });
    this.look();
  }

  /* What was refused is missing on the other side; all that follows builds on it. A new line brings it along. */
  hear_state({ may, why }) {
    const mustBringAlong = this.isRefused && may === "edit";
    this.set({ may, why, isRefused: this.isRefused && !mustBringAlong });
    if (mustBringAlong) this.provider.reconnect();
  }

  hear_refused({ why }) {
    this.set({ isRefused: true, isUnsaved: true, why: why || this.why });
  }

  hear_closing({ code, why }) {
    this.ending = { code, why };
  }

  hear_revision(notice) {
    this.emit("revision", [notice]);
  }

  hear_talk() {
    this.emit("talk", []);
  }

  check() {
    if (this.phase === "online" && this.provider.silence > SILENT) this.provider.reconnect();
    else this.provider.ask();
  }

  cut = () => this.phase !== "closed" && this.provider.reconnect();
  back = () => this.phase !== "closed" && this.phase !== "online" && this.provider.reconnect();

  /* Resolves once everything is in the database; rejects after `within` milliseconds. */
  saved(within = 20_000) {
    if (this.phase === "online" && !this.isUnsaved) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const done = (answer) => {
        clearTimeout(clock);
        this.off("change", look);
        answer();
      };
      const look = () => this.phase === "online" && !this.isUnsaved && done(resolve);
      const clock = setTimeout(() => done(reject), within);
      this.on("change", look);
    });
  }
}
