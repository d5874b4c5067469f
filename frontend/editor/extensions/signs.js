import { Extension } from "@tiptap/core";

/* y-tiptap keeps the marks of words only. Those of pictures and signs (a picture that is a link, a mention in bold) stand
   in an attribute; content/together/fragments.py writes and reads it there. */
export const SignMarks = Extension.create({
  name: "signMarks",
  addGlobalAttributes: () => [
    { types: ["image", "file", "mention", "footnoteRef", "place"], attributes: { marks: { default: null, rendered: false } } },
  ],
});
