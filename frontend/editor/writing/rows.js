/* Rows and columns copied as words alone, with tabs between them: a table. At least two lines of equally many columns,
   or one line with a tab; else null. */
export function rowsOf(words) {
  const lines = words.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n").map((line) => line.split("\t"));
  const columns = lines[0].length;
  if (columns < 2 || columns > 50 || lines.length > 500 || lines.some((line) => line.length !== columns)) return null;
  const cell = (text) => {
    const said = unquoted(text);
    return { type: "tableCell", content: [{ type: "paragraph", content: said ? [{ type: "text", text: said }] : [] }] };
  };
  return { type: "table", content: lines.map((line) => ({ type: "tableRow", content: line.map(cell) })) };
}

const unquoted = (text) => (/^".*"$/.test(text) ? text.slice(1, -1).replace(/""/g, '"') : text).trim();
