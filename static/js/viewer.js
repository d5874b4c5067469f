/* Behaviour of a file that opens within the page. Panels load it when the first one opens. */
import { application } from "./app.js";
import Media from "./controllers/media_controller.js";
import Pdf from "./controllers/pdf_controller.js";

application.register("media", Media);
application.register("pdf", Pdf);
