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
