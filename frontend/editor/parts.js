import { comments } from "./comments.js";
import { insight } from "./insight.js";
import { tools } from "./writing/index.js";

/* What the editor has besides its text. A part is called once when the text can be shown, with the desk:
   { root, editor, doc, values, awareness, provider, config, word } ; what it answers is called when the editor goes. */
export const parts = [tools, comments, insight];
