import { Controller } from "../vendor/stimulus.js";
import { post, say } from "../post.js";

const unpack = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

/* A button that asks the browser for push messages and tells the server where to send them. Never asks by itself. */
export default class extends Controller {
  static targets = ["button", "state"];
  static values = { key: String, url: String, done: String, denied: String, failed: String, missing: String };

  async connect() {
    if (!("serviceWorker" in navigator) || !("PushManager" in window)) return this.tell(this.missingValue);
    const here = await (await navigator.serviceWorker.ready).pushManager.getSubscription();
    if (Notification.permission === "denied") this.tell(this.deniedValue);
    else if (here) this.tell(this.doneValue);
    else this.buttonTarget.hidden = false;
  }

  async open() {
    if ((await Notification.requestPermission()) !== "granted") return this.tell(this.deniedValue);
    try {
      const { pushManager } = await navigator.serviceWorker.ready;
      await this.send(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: unpack(this.keyValue) }));
      location.reload();
    } catch {
      say(this.failedValue, "error");
    }
  }

  async send(subscription) {
    const { endpoint, keys } = subscription.toJSON();
    const answer = await post(this.urlValue, new URLSearchParams({ endpoint, key: keys.p256dh, secret: keys.auth }));
    if (!answer.ok) throw new Error(answer.status);
  }

  tell(words) {
    this.buttonTarget.hidden = true;
    this.stateTarget.textContent = words;
  }
}
