/* What y-tiptap itself reads and writes: one JSON line in {kind, tree | update}, one JSON line out.
   argv: the folder with node_modules, and a file with the schema as JSON. */
const { createRequire } = require("node:module");
const { readFileSync } = require("node:fs");
const { createInterface } = require("node:readline");

const from = createRequire(process.argv[2] + "/package.json");
const Y = from("yjs");
const { Schema } = from("prosemirror-model");
const binding = from("@tiptap/y-tiptap");

const schema = new Schema(JSON.parse(readFileSync(process.argv[3], "utf8")));

function written(tree) {
  const doc = binding.prosemirrorJSONToYDoc(schema, tree, "body");
  return { update: said(doc) };
}

const said = (doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");

function read(update) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(update, "base64"));
  const body = doc.getXmlFragment("body");
  const before = said(doc);
  const meta = { mapping: new Map(), isOMark: new Map() };
  const node = binding.initProseMirrorDoc(body, schema).doc;
  binding.updateYFragment(doc, body, node, meta);
  return { tree: node.toJSON(), changed: before !== said(doc) };
}

createInterface({ input: process.stdin }).on("line", (line) => {
  const { tree, update } = JSON.parse(line);
  console.log(JSON.stringify(tree ? written(tree) : read(update)));
});
