/* pdf.js, loaded when the first PDF opens; it puts itself on the window. */
let loaded = null;

export function parts(worker) {
  loaded ||= load(worker);
  loaded.catch(() => (loaded = null));
  return loaded;
}

async function load(worker) {
  await import("../vendor/pdfjs/pdf.min.js");
  await import("../vendor/pdfjs/pdf_viewer.js");
  window.pdfjsLib.GlobalWorkerOptions.workerSrc = worker;
  return { lib: window.pdfjsLib, viewing: window.pdfjsViewer };
}

/* Only what is on screen is fetched and drawn, in pieces; nothing of the file is ever run as a script. The header tells
   the server that the bytes are for the view, where nothing else of the file is given. */
export const READING = {
  httpHeaders: { "X-HZH-View": "1" },
  cMapPacked: true,
  isEvalSupported: false,
  enableXfa: false,
  disableAutoFetch: true,
  disableStream: true,
  rangeChunkSize: 256 * 1024,
};

/* Why a document did not open: the word that the template has a heading for. */
export function reasonOf(error) {
  if (error?.name === "MissingPDFException" || [401, 403, 404].includes(error?.status)) return "gone";
  if (error?.name === "UnexpectedResponseException" || error?.name === "UnknownErrorException") return "network";
  if (error instanceof SyntaxError || error instanceof ReferenceError) return "old";
  return "broken";
}

/* `#page=3`, also of slides, since each is a page of the view; 0 where the address names none. */
export function pageOf(hash) {
  return Number(/(?:^|[#&])(?:page|slide)=(\d{1,5})/.exec(hash)?.[1] || 0);
}
