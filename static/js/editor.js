import { application } from "./app.js";
import Draft from "./controllers/draft_controller.js";
import Linking from "./controllers/linking_controller.js";
import Merge from "./controllers/merge_controller.js";
import Pasting from "./controllers/pasting_controller.js";
import Preview from "./controllers/preview_controller.js";
import Title from "./controllers/title_controller.js";
import Uploads from "./controllers/uploads_controller.js";
import Writing from "./controllers/writing_controller.js";

/* Behaviours of the editor page alone. */
application.register("draft", Draft);
application.register("linking", Linking);
application.register("merge", Merge);
application.register("pasting", Pasting);
application.register("preview", Preview);
application.register("title", Title);
application.register("uploads", Uploads);
application.register("writing", Writing);
