import { Controller } from "../vendor/stimulus.js";

/* Sends a form with the files that "deliver:wanted" gathers, and says how far it is; the answer tells where to go on. */
export default class extends Controller {
  static targets = ["zone", "sending", "said", "percent", "bar", "acts"];
  static values = { sending: String, arrived: String, failed: String };

  send(event) {
    event.preventDefault();
    const { detail } = this.dispatch("wanted", { detail: { files: [], wrong: "" } });
    if (detail.wrong) this.stay(detail.wrong);
    else this.start(detail.files);
  }

  start(files) {
    const form = new FormData(this.element);
    form.delete("files");
    files.forEach(({ file, path }) => {
      form.append("files", file, file.name);
      form.append("paths", path); // browsers leave folders out of names
    });
    this.request = new XMLHttpRequest(); // fetch cannot tell how far an upload is
    this.request.open("POST", location.href);
    this.request.setRequestHeader("Accept", "application/json");
    this.request.upload.onprogress = ({ loaded, total }) => this.tell(Math.floor((loaded / total) * 100));
    this.request.onload = () => this.arrived();
    this.request.onerror = () => this.stay(this.failedValue);
    this.request.onabort = () => this.stay("");
    this.turn(true);
    this.tell(0);
    this.request.send(form);
  }

  tell(percent) {
    this.barTarget.value = percent;
    this.percentTarget.textContent = `${percent}%`;
    const words = percent < 100 ? this.sendingValue : this.arrivedValue;
    if (this.saidTarget.textContent !== words) this.saidTarget.textContent = words; // read out once
  }

  arrived() {
    let said = {};
    try {
      said = JSON.parse(this.request.responseText);
    } catch (_error) {
      said = {};
    }
    if (said.url) location.assign(said.url);
    else this.stay(said.error || this.failedValue);
  }

  cancel() {
    this.request?.abort();
  }

  stay(words) {
    this.turn(false);
    this.dispatch("stayed", { detail: words });
  }

  turn(isSending) {
    this.sendingTarget.hidden = !isSending;
    this.actsTarget.hidden = isSending;
    this.zoneTarget.inert = isSending;
  }
}
