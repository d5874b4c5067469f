/* A place in the text that stays where it belongs while others write: Yjs knows it, positions alone do not survive what
   comes from others. */
export function anchored(editor, at) {
  let place = editor.utils.createMappablePosition(at);
  const follow = ({ transaction }) => {
    if (transaction.docChanged) place = editor.utils.getUpdatedPosition(place, transaction).position;
  };
  editor.on("transaction", follow);
  return {
    get at() {
      return Math.min(place.position, editor.state.doc.content.size);
    },
    release: () => editor.off("transaction", follow),
  };
}
