import { application } from "./app.js";
import Linking from "./controllers/linking_controller.js";
import Passages from "./controllers/passages_controller.js";
import Talk from "./controllers/talk_controller.js";
import Title from "./controllers/title_controller.js";

/* Behaviours of pages one reads and talks about. */
application.register("linking", Linking);
application.register("passages", Passages);
application.register("talk", Talk);
application.register("title", Title);
