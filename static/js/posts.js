import { application } from "./app.js";
import Crop from "./controllers/crop_controller.js";
import Finish from "./controllers/finish_controller.js";

application.register("crop", Crop);
application.register("finish", Finish);
