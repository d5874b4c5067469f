/* What the editor itself makes of a document: one JSON line in {tree | update}, one JSON line out.
   argv: the folder of the editor's sources and packages. */
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const from = createRequire(process.argv[2] + "/package.json");
const load = (name) => import(pathToFileURL(from.resolve(name)));
const { extensions } = await import(pathToFileURL(process.argv[2] + "/editor/extensions/index.js"));
const { getSchema } = await load("@tiptap/core");
const Y = from("yjs");
const binding = from("@tiptap/y-tiptap");

const schema = getSchema(extensions());
const said = (doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");

function written(tree) {
  return { update: said(binding.prosemirrorJSONToYDoc(schema, tree, "body")) };
}

function read(update) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(update, "base64"));
  const body = doc.getXmlFragment("body");
  const before = said(doc);
  const node = binding.initProseMirrorDoc(body, schema).doc;
  const isMended = before !== said(doc);
  binding.updateYFragment(doc, body, node, { mapping: new Map(), isOMark: new Map() });
  return { tree: node.toJSON(), isMended, isRewritten: before !== said(doc) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { tree, update } = JSON.parse(line);
  console.log(JSON.stringify(tree ? written(tree) : read(update)));
}
