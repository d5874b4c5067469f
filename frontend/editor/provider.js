import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { messageAwareness, messageQueryAwareness, messageSync, WebsocketProvider } from "y-websocket";

const NOTICE = 8; // the house's own messages: one JSON text, from the server only
const STEP_2 = 1;
const LONGEST_PAUSE = 4000; // milliseconds between two tries

/* Counts what was sent of the text since this line was opened; the server tells how much of it is kept. */
class CountingSocket extends (window.WebSocket ?? Object) {
  sent = 0;
  hasToldAll = false;

  send(message) {
    if (message[0] === messageSync && message[1] >= STEP_2) {
      this.sent += 1;
      this.hasToldAll ||= message[1] === STEP_2; // the server asked for whatever it did not have
    }
    super.send(message);
  }
}

/* Yjs over the server's socket. Tells `notice` besides y-websocket's events. */
export class Provider extends WebsocketProvider {
  constructor({ live, uid, epoch, schema, doc }) {
    const address = new URL(live, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    super(address.href, uid, doc, {
      connect: false,
      disableBc: true, // from tab to tab nobody looks at rights
      maxBackoffTime: LONGEST_PAUSE,
      params: { epoch, schema: String(schema) },
      WebSocketPolyfill: CountingSocket,
    });
    this.kept = 0;
    this.messageHandlers[NOTICE] = (_encoder, decoder) => this.hear(JSON.parse(decoding.readVarString(decoder)));
    this.messageHandlers[messageAwareness] = (_encoder, decoder) =>
      applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this);
    this.on("status", ({ status }) => status === "connecting" && (this.kept = 0));
    this.tellOnlyOfMyself();
  }

  /* y-websocket sends back what it hears of others. */
  tellOnlyOfMyself() {
    this.awareness.off("update", this._awarenessUpdateHandler);
    this._awarenessUpdateHandler = ({ added, updated, removed }) => {
      const own = [...added, ...updated, ...removed].filter((client) => client === this.doc.clientID);
      if (own.length) this.write(messageAwareness, (to) => encoding.writeVarUint8Array(to, encodeAwarenessUpdate(this.awareness, own)));
    };
    this.awareness.on("update", this._awarenessUpdateHandler);
  }

  hear(notice) {
    if (notice.type === "saved") this.kept = notice.count;
    this.emit("notice", [notice]);
  }

  write(kind, body = () => {}) {
    if (!this.wsconnected || this.ws?.readyState !== WebSocket.OPEN) return;
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, kind);
    body(message);
    this.ws.send(encoding.toUint8Array(message));
  }

  /* Everything this page holds is in the server's database. */
  get isKept() {
    return Boolean(this.wsconnected && this.synced && this.ws.hasToldAll && this.ws.sent === this.kept);
  }

  get silence() {
    return Date.now() - this.wsLastMessageReceived;
  }

  /* A question that the server answers at once. */
  ask() {
    this.write(messageQueryAwareness);
  }

  reconnect() {
    this.disconnect();
    this.connect();
  }
}
