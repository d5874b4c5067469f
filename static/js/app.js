import { Application } from "./vendor/stimulus.js";
import Appearance from "./controllers/appearance_controller.js";
import Audience from "./controllers/audience_controller.js";
import Autosubmit from "./controllers/autosubmit_controller.js";
import Busy from "./controllers/busy_controller.js";
import Confirm from "./controllers/confirm_controller.js";
import Copy from "./controllers/copy_controller.js";
import Dialogs from "./controllers/dialogs_controller.js";
import Dirty from "./controllers/dirty_controller.js";
import Drop from "./controllers/drop_controller.js";
import Idle from "./controllers/idle_controller.js";
import Menus from "./controllers/menus_controller.js";
import Offline from "./controllers/offline_controller.js";
import Password from "./controllers/password_controller.js";
import Pickall from "./controllers/pickall_controller.js";
import Picktree from "./controllers/picktree_controller.js";
import Shortcuts from "./controllers/shortcuts_controller.js";
import Sort from "./controllers/sort_controller.js";
import Tabs from "./controllers/tabs_controller.js";
import Toasts from "./controllers/toasts_controller.js";
import Toc from "./controllers/toc_controller.js";
import Tree from "./controllers/tree_controller.js";

/* Every behaviour of the product, under the name that data-controller uses. A page with a behaviour of its own links a
   module that imports this one and registers there. */
export const application = Application.start();
application.register("appearance", Appearance);
application.register("audience", Audience);
application.register("autosubmit", Autosubmit);
application.register("busy", Busy);
application.register("confirm", Confirm);
application.register("copy", Copy);
application.register("dialogs", Dialogs);
application.register("dirty", Dirty);
application.register("drop", Drop);
application.register("idle", Idle);
application.register("menus", Menus);
application.register("offline", Offline);
application.register("password", Password);
application.register("pickall", Pickall);
application.register("picktree", Picktree);
application.register("shortcuts", Shortcuts);
application.register("sort", Sort);
application.register("tabs", Tabs);
application.register("toasts", Toasts);
application.register("toc", Toc);
application.register("tree", Tree);

if ("serviceWorker" in navigator) navigator.serviceWorker.register("/service-worker.js");
