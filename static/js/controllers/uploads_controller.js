import { Controller } from "../vendor/stimulus.js";
import { say } from "../post.js";
import { insert } from "./insert.js";

/* Pictures and files by button, paste and drop: a placeholder stands in the text until the server has them. */
export default class extends Controller {
  static targets = ["area", "bar", "input"];
  static values = { url: String, about: String, beside: String, sending: String, failed: String };

  choose() {
    [...this.inputTarget.files].forEach((file) => this.send(file));
    this.inputTarget.value = "";
  }

  paste(event) {
    this.take(event, event.clipboardData);
  }

  drop(event) {
    this.take(event, event.dataTransfer);
  }

  take(event, carried) {
    if (!carried?.files.length) return;
    event.preventDefault();
    [...carried.files].forEach((file) => this.send(file));
  }

  send(file) {
    const placeholder = `[${this.sendingValue} ${file.name}]()`;
    insert(this.areaTarget, `\n${placeholder}\n`);
    const data = new FormData();
    data.append("file", file);
    if (this.aboutValue) data.append("about", this.aboutValue);
    else if (this.besideValue) data.append("beside", this.besideValue);
    const request = new XMLHttpRequest(); // fetch cannot tell how far an upload is
    request.open("POST", this.urlValue);
    Object.entries(JSON.parse(document.body.getAttribute("hx-headers") || "{}")).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => this.show(loaded, total);
    request.onloadend = () => this.arrived(placeholder, request);
    request.send(data);
  }

  show(loaded, total) {
    this.barTarget.hidden = loaded >= total;
    this.barTarget.max = total;
    this.barTarget.value = loaded;
  }

  arrived(placeholder, request) {
    this.barTarget.hidden = true;
    let said = {};
    try {
      said = JSON.parse(request.responseText);
    } catch (_error) {
      said = {};
    }
    const text = request.status < 300 ? said.markdown : "";
    const area = this.areaTarget;
    area.value = area.value.replace(placeholder, text);
    area.dispatchEvent(new Event("input", { bubbles: true }));
    if (!text) say(said.error || this.failedValue, "error");
  }
}
