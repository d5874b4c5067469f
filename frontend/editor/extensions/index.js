/* The nodes and marks of content/text/tree/schema.py, under the same names. */
import StarterKit from "@tiptap/starter-kit";

export function extensions() {
  return [StarterKit.configure({ undoRedo: false })];
}
