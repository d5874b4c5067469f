import { ask, say } from "./asking.js";
import { handIn } from "./diagrams.js";
import { word } from "./words.js";

const PATIENCE = 3_000; // milliseconds: publishing does not wait longer for pictures

/* Save a version by name, publish, preview: always of what is in the database, so each waits for “已保存”. Publishing waits
   for fields that say what they must not, and leads there. */
export function versions({ root, connection, config, fields }) {
  const steps = { version, publish, preview };
  root.querySelectorAll("[data-editor-act]").forEach((control) => {
    const event = control.matches("form") ? "submit" : "click";
    control.addEventListener(event, (happened) => {
      happened.preventDefault();
      run(control, steps[control.dataset.editorAct]);
    });
  });

  const allow = () => root.querySelectorAll("[data-editor-writes]").forEach((control) => (control.disabled = connection.may !== "edit" || ["connecting", "closed"].includes(connection.phase)));
  connection.on("change", allow);
  allow();

  async function run(control, step) {
    const pressed = control.matches("form") ? control.querySelector("[type=submit], button:not([type])") : control;
    if (pressed.getAttribute("aria-busy") === "true") return;
    pressed.setAttribute("aria-busy", "true");
    try {
      await connection.saved().catch(() => Promise.reject(new Error(word("not_saved_yet"))));
      await step(control);
    } catch (error) {
      fields.refuse(error.fields);
      say(error.message, "error");
    } finally {
      pressed.removeAttribute("aria-busy");
    }
  }

  connection.on("revision", () => handIn(config));

  async function version(form) {
    const told = await ask(config.urls.version, { name: form.elements.name.value.trim() }, word("no_answer"));
    form.reset();
    form.closest("dialog").close();
    const missed = Object.keys(told.fields ?? {}).length ? "" : fields.wrong(); // still on this screen alone
    say(told.words + missed);
    fields.refuse(told.fields);
  }

  async function publish() {
    const why = fields.wrong();
    if (why) throw new Error(why);
    const { address } = await ask(config.urls.version, { then: "publish" }, word("no_answer"));
    await Promise.race([handIn(config), new Promise((go) => setTimeout(go, PATIENCE))]);
    location.assign(address);
  }

  async function preview() {
    const window_ = document.getElementById("editor-preview");
    const { html } = await ask(config.urls.preview, {}, word("no_answer"));
    window_.querySelector("[data-editor-preview]").innerHTML = html;
    if (!window_.open) window_.showModal();
  }
}
