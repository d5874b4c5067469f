import { yUndoPluginKey } from "@tiptap/y-tiptap";

/* What follows is a step of its own for undo, however quickly it comes after the last. */
export function step({ state }) {
  yUndoPluginKey.getState(state)?.undoManager.stopCapturing();
}
