import { Controller } from "../vendor/stimulus.js";

const FILE = /[#&]file=([2-9a-hjkmnp-z]{12})/;

/* Opens a file that the page names in a panel over it. `#file=<uid>&page=3` is that panel; back closes it. */
export default class extends Controller {
  static values = { viewer: String }; // named by the page: app.js, which viewer.js imports, cannot name it in turn
  static targets = ["panel", "name", "download", "alone", "place", "link", "failed"];

  connect() {
    this.element.addEventListener("click", this.clicked);
    window.addEventListener("popstate", this.follow);
    window.addEventListener("hashchange", this.follow);
    this.follow();
  }

  disconnect() {
    this.element.removeEventListener("click", this.clicked);
    window.removeEventListener("popstate", this.follow);
    window.removeEventListener("hashchange", this.follow);
  }

  clicked = (event) => {
    const link = event.target.closest("a[data-view]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button || !this.panelTarget.showModal) return;
    event.preventDefault();
    window.history.pushState({ panel: true }, "", `#file=${link.dataset.view}`);
    this.follow();
  };

  /* What the address says is what is open. */
  follow = () => {
    const uid = FILE.exec(window.location.hash)?.[1];
    const link = uid && this.element.querySelector(`a[data-view="${uid}"]`);
    if (link && this.shown !== uid) this.open(uid, link.getAttribute("href"));
    else if (!link && this.shown) this.panelTarget.close();
  };

  async open(uid, address) {
    this.shown = uid;
    this.failedTarget.hidden = true;
    this.placeTarget.replaceChildren();
    this.nameTarget.textContent = "";
    this.aloneTarget.href = address;
    this.downloadTarget.hidden = true;
    if (!this.panelTarget.open) this.panelTarget.showModal();
    try {
      const [answer] = await Promise.all([fetch(address, { headers: { "HX-Request": "true" } }), import(this.viewerValue)]);
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const html = await answer.text();
      if (this.shown !== uid) return;
      this.placeTarget.innerHTML = html;
      this.put(this.placeTarget.firstElementChild);
    } catch {
      this.failedTarget.hidden = false;
    }
  }

  put(viewer) {
    window.htmx.process(viewer);
    this.nameTarget.textContent = viewer.dataset.name;
    this.downloadTarget.hidden = !viewer.dataset.download;
    this.downloadTarget.href = viewer.dataset.download;
  }

  /* Esc, the cross, a click beside: the address follows. */
  closed() {
    this.shown = null;
    this.placeTarget.replaceChildren();
    if (!FILE.test(window.location.hash)) return;
    if (window.history.state?.panel) window.history.back();
    else window.history.replaceState(null, "", window.location.pathname + window.location.search);
  }
}
