import { application } from "./app.js";
import Deliver from "./controllers/deliver_controller.js";
import Gather from "./controllers/gather_controller.js";

/* Behaviours of importing alone. */
application.register("deliver", Deliver);
application.register("gather", Gather);
