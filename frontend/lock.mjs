/* Writes package-lock.json anew without what npm adds besides: addresses of sponsors. Pinned versions stand in package.json. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
const lock = JSON.parse(readFileSync(new URL("package-lock.json", here)));
for (const made of Object.values(lock.packages)) delete made.funding;
writeFileSync(new URL("package-lock.json", here), JSON.stringify(lock, null, 2) + "\n");
