/* A page that the browser kept in memory comes back with the back button, and its reader may have signed out since:
   show nothing of it before the server has said again who is there. */
window.addEventListener("pageshow", (event) => {
  if (!event.persisted || !document.getElementById("sign-out")) return;
  document.documentElement.hidden = true;
  window.location.reload();
});
