/* Small pieces of HTML for the views of nodes. */
export function make(tag, attrs = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/* An icon of the house's sprite; config.icons is its address. */
export function icon(config, name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "ico");
  svg.setAttribute("aria-hidden", "true");
  svg.appendChild(document.createElementNS(SVG, "use")).setAttribute("href", `${config.icons ?? ""}#${name}`);
  return svg;
}

/* A field within the view of a node that writes one of its attributes, when it is left or Enter is pressed. */
export function field({ editor, getPos, name, node, className, label, placeholder, most = 200 }) {
  const input = make("input", { class: className, "aria-label": label, placeholder, maxlength: most, contenteditable: "false", autocomplete: "off" });
  input.value = node.attrs[name] ?? "";
  const write = () => {
    const value = input.value.replace(/\s+/g, " ").trim() || null;
    const at = getPos();
    if (at === undefined || !editor.isEditable || editor.state.doc.nodeAt(at)?.attrs[name] === value) return;
    editor.commands.command(({ tr }) => !!tr.setNodeAttribute(at, name, value));
  };
  input.addEventListener("blur", write);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      write();
      editor.commands.focus(getPos() + 2);
    }
  });
  return input;
}
