/* The page of the notice settings. */
import { application } from "./app.js";
import Push from "./controllers/push_controller.js";

application.register("push", Push);
