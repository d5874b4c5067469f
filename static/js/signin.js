import { application } from "./app.js";
import Countdown from "./controllers/countdown_controller.js";
import Print from "./controllers/print_controller.js";
import Rules from "./controllers/rules_controller.js";

/* What only the pages on the way in do. */
application.register("countdown", Countdown);
application.register("print", Print);
application.register("rules", Rules);
