/* What was dropped, folders walked through: [{file, path}]. Entries have to be taken before anything is awaited. */
export async function filesOf(carried) {
  const entries = [...carried.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...carried.files].map((file) => ({ file, path: file.name }));
  return (await Promise.all(entries.map((entry) => within(entry, "")))).flat();
}

async function within(entry, above) {
  const path = `${above}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise((done) => entry.file(done, () => done(null)));
    return file ? [{ file, path }] : [];
  }
  const found = [];
  const reader = entry.createReader();
  for (let some = await batch(reader); some.length; some = await batch(reader)) found.push(...some); // 100 at a time
  return (await Promise.all(found.map((each) => within(each, `${path}/`)))).flat();
}

function batch(reader) {
  return new Promise((done) => reader.readEntries(done, () => done([])));
}

/* A line of the list: name, folder, size, and a button that takes it out. */
export function rowOf(template, { file, path }, remove) {
  const row = template.content.firstElementChild.cloneNode(true);
  row.querySelector(".title").textContent = file.name;
  row.querySelector(".sub").textContent = path.slice(0, -file.name.length).replace(/\/$/, "");
  row.querySelector(".end").textContent = sized(file.size);
  row.querySelector("button").setAttribute("aria-label", `${remove} ${file.name}`);
  return row;
}

export function sized(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1000 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function lineOf(textContent, tag, className) {
  return Object.assign(document.createElement(tag), { textContent, className });
}
