/* The nodes and marks of content/text/tree/schema.py, under the same names; tests/content/together/test_schema.py
   compares them. Opening a text changes nothing in it: no node is added, mended or put in order here. */
import { Dropcursor, Gapcursor } from "@tiptap/extensions";
import { Callout, TextBox } from "./callout.js";
import { Code } from "./code.js";
import { definitions } from "./definitions.js";
import { details } from "./details.js";
import { kept } from "./kept.js";
import { lists } from "./lists.js";
import { marks } from "./marks.js";
import { notes } from "./notes.js";
import { references } from "./pictures.js";
import { SignMarks } from "./signs.js";
import { tables } from "./tables.js";
import { text } from "./text.js";
import { Writing } from "../writing/index.js";

export function extensions({ config = {}, word = (name) => name } = {}) {
  const given = { config, word };
  return [
    ...text,
    Code.configure({ config, languages: config.languages ?? [], word }),
    ...lists(given),
    Callout.configure(given),
    TextBox,
    ...details(given),
    ...tables(given),
    ...definitions,
    ...kept(given),
    ...notes,
    ...references(given),
    ...marks,
    SignMarks,
    Dropcursor,
    Gapcursor,
    Writing.configure(given),
  ];
}
