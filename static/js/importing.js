import { application } from "./app.js";
import Gather from "./controllers/gather_controller.js";

/* Behaviours of importing alone. */
application.register("gather", Gather);
