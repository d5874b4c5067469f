/* Whoever leaves with text that is only on this page is asked first. */
export function leaving(connection) {
  window.addEventListener("beforeunload", (event) => {
    if (!connection.isUnsaved) return;
    event.preventDefault();
    event.returnValue = "";
  });
}
