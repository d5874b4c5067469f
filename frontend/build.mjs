/* Builds the editor: node build.mjs [folder]. Writes modules, licences, and what they were built from (built.json). */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const SHARED = [join(HERE, "..", "static", "js", "passages.js")]; /* reading needs it as it is */
const TARGET = resolve(process.argv[2] ?? join(HERE, "..", "static", "js", "editor"));

/* Everything the result depends on; tests/config/test_editor_bundle.py counts the same. */
function sources(folder = HERE) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [path];
  });
}

function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths.map((path) => relative(HERE, path)).sort()) {
    hash.update(path + "\n").update(readFileSync(join(HERE, path)));
  }
  return hash.digest("hex");
}

function licences(inputs) {
  const names = new Set(Object.keys(inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean));
  return [...names].sort().map((name) => {
    const folder = join(HERE, "node_modules", name);
    const made = JSON.parse(readFileSync(join(folder, "package.json")));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : `${made.license}, as its package.json says.`;
    return `${name} ${made.version} (${made.license})\n\n${text}\n`;
  });
}

const result = await build({
  absWorkingDir: HERE,
  entryPoints: { editor: "editor/main.js" },
  outdir: TARGET,
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  metafile: true,
  write: false,
  charset: "utf8",
  legalComments: "none",
  target: ["chrome90", "safari14.1", "firefox90"],
  chunkNames: "[name]-[hash]",
  logLevel: "warning",
});

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
const files = {};
for (const file of result.outputFiles) {
  const name = relative(TARGET, file.path);
  const imports = result.metafile.outputs[relative(HERE, file.path)]?.imports ?? [];
  writeFileSync(file.path, file.contents);
  files[name] = {
    sha256: createHash("sha256").update(file.contents).digest("hex"),
    needs: imports.filter((one) => one.kind === "import-statement").map((one) => relative(TARGET, resolve(HERE, one.path))),
  };
}
writeFileSync(join(TARGET, "LICENSES.txt"), licences(result.metafile.inputs).join("\n" + "-".repeat(80) + "\n\n"));
writeFileSync(join(TARGET, "built.json"), JSON.stringify({ sources: digest([...sources(), ...SHARED]), files }, null, 2) + "\n");
for (const { path, contents } of result.outputFiles) {
  console.log(`${relative(TARGET, path)}: ${(gzipSync(contents).length / 1024).toFixed(1)} KiB gzip`);
}
