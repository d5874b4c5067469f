import * as Y from "yjs";
import { begun } from "./comments.js";
import { Connection } from "./connection.js";
import { leaving } from "./leaving.js";
import { neighbours } from "./neighbours.js";
import { offers } from "./offers.js";
import { presence } from "./presence.js";
import { Provider } from "./provider.js";
import { furnish } from "./room.js";
import { saying } from "./saying.js";
import { values } from "./values.js";
import { versions } from "./versions.js";
import { learn } from "./words.js";

function open(root) {
  const config = JSON.parse(document.getElementById("editor-config").textContent);
  learn(document.getElementById("editor-words"));
  begun(root);
  const doc = new Y.Doc();
  if (!config.live) return furnish({ root, doc, config });

  const provider = new Provider({ ...config, doc });
  const connection = new Connection(provider, config);
  let editor = null;
  const written = () => ({ html: editor?.getHTML() ?? "", text: editor?.getText({ blockSeparator: "\n\n" }) ?? "" });

  saying({ root, connection, config, offer: offers({ config, provider, written }) });
  presence({ root, awareness: provider.awareness, config });
  const fields = values({ root, map: doc.getMap("values"), connection, config });
  versions({ root, connection, config, fields });
  leaving(connection);
  neighbours({ root, config });
  provider.once("synced", () => {
    fields.fill();
    editor = furnish({ root, doc, config, connection, provider });
  });
}

if (!window.WebSocket) location.replace(JSON.parse(document.getElementById("editor-config").textContent).urls.plain);
document.querySelectorAll("[data-editor]").forEach(open);

/* For tests, which fill texts without a room. */
export { applyUpdate, encodeStateAsUpdate } from "yjs";
