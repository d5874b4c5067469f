import { application } from "./app.js";
import Choosing from "./controllers/choosing_controller.js";

/* The behaviour of forms in which one page is picked. */
application.register("choosing", Choosing);
