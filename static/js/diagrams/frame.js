/* Draws diagrams within a frame without an origin, and hands out shapes and words alone: no styles, no ids, no links. */
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const WIDE = 780; // of kinds that fill what there is
  const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';
  const OURS = ["secure", "securityLevel", "startOnLoad", "maxTextSize", "maxEdges", "suppressErrorRendering", "htmlLabels",
    "flowchart", "fontFamily", "altFontFamily", "fontSize", "theme", "themeCSS", "themeVariables", "darkMode", "look", "layout",
    "dompurifyConfig", "deterministicIds", "wrap", "markdownAutoWrap", "class", "state", "legacyMathML", "forceLegacyMathML"];

  window.mermaid.initialize({
    secure: OURS,
    securityLevel: "strict",
    startOnLoad: false,
    suppressErrorRendering: true,
    maxTextSize: 20000,
    maxEdges: 400,
    htmlLabels: false,
    flowchart: { htmlLabels: false, useMaxWidth: false, curve: "basis" },
    class: { htmlLabels: false },
    fontFamily: FONT,
    theme: "default",
  });

  let number = 0;
  let turn = Promise.resolve();
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || typeof event.data?.text !== "string") return;
    const { id, text } = event.data;
    turn = turn.then(() => answer(text)).then((said) => window.parent.postMessage({ id, ...said }, "*"));
  });
  window.parent.postMessage({ ready: true, below: document.body.dataset.below }, "*");

  async function answer(text) {
    try {
      await window.mermaid.parse(text);
      number += 1;
      const place = document.body.appendChild(document.createElement("div"));
      place.style.width = `${WIDE}px`;
      try {
        const { svg } = await window.mermaid.render(`d${number}`, text, place);
        place.innerHTML = svg;
        return { svg: flat(place.querySelector("svg")) };
      } finally {
        place.remove();
      }
    } catch (error) {
      const line = lineOf(error);
      const { wrong, wrongLine } = document.body.dataset;
      return { error: { line, words: line ? wrongLine.replace("{n}", line) : wrong } };
    }
  }

  function lineOf(error) {
    const line = error?.hash?.loc?.first_line ?? /line[: ]+(\d+)/i.exec(String(error?.message))?.[1];
    return Number(line) || 0;
  }

  /* ---- The picture anew ---- */

  const SHAPES = {
    path: ["d"], rect: ["x", "y", "width", "height", "rx", "ry"], circle: ["cx", "cy", "r"], ellipse: ["cx", "cy", "rx", "ry"],
    line: ["x1", "y1", "x2", "y2"], polyline: ["points"], polygon: ["points"],
  };
  const LOOK = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "fill-opacity", "stroke-opacity", "opacity"];
  const USUAL = { "stroke-dasharray": "none", "stroke-linecap": "butt", "stroke-linejoin": "miter", "fill-opacity": "1", "stroke-opacity": "1", opacity: "1" };
  const DROPPED = new Set(["style", "defs", "marker", "script", "title", "desc", "image", "use", "symbol", "clipPath", "mask", "filter", "linearGradient", "radialGradient", "pattern", "animate", "animateTransform"]);

  function flat(svg) {
    const box = svg.viewBox.baseVal?.width ? svg.viewBox.baseVal : svg.getBBox();
    const made = element("svg", { viewBox: [box.x, box.y, box.width, box.height].map(short).join(" ") });
    for (const child of svg.children) made.append(...flattened(child, svg));
    return new XMLSerializer().serializeToString(made);
  }

  function flattened(node, svg) {
    const name = node.localName;
    if (DROPPED.has(name)) return [];
    const look = getComputedStyle(node);
    if (look.display === "none" || look.visibility === "hidden" || look.opacity === "0") return [];
    if (SHAPES[name]) return shape(node, name, look, svg);
    if (name === "text") return lines(node, look);
    if (name === "foreignObject") return label(node);
    const inner = [...node.children].flatMap((child) => flattened(child, svg));
    if (!inner.length) return [];
    const group = element("g", placed(node));
    if (look.opacity !== "1") group.setAttribute("opacity", look.opacity);
    group.append(...inner);
    return [group];
  }

  function shape(node, name, look, svg) {
    const given = {};
    for (const key of SHAPES[name]) {
      const value = node.getAttribute(key) ?? (key === "rx" || key === "ry" ? look[key] : null);
      if (value !== null && value !== "auto") given[key] = /^-?[\d.]+(e-?\d+)?(px)?$/.test(value) ? short(parseFloat(value)) : value;
    }
    if (name === "rect" && Object.values(given).some((value) => String(value).includes("%"))) {
      const { x, y, width, height } = node.getBBox();
      Object.assign(given, { x: short(x), y: short(y), width: short(width), height: short(height) });
    }
    if (name === "path") given.d = (given.d ?? "").replace(/-?\d*\.\d+(?:e-?\d+)?/g, (number) => ` ${short(parseFloat(number))}`);
    const made = element(name, { ...given, ...placed(node), ...looks(look) });
    return [made, ...["start", "mid", "end"].flatMap((end) => arrow(node, end, look, svg))];
  }

  function looks(look) {
    const given = {};
    for (const key of LOOK) {
      let value = look.getPropertyValue(key);
      if (value.startsWith("url")) value = key === "fill" ? "#eeeeee" : "#333333";
      if (value.startsWith("color(") || value.startsWith("color-mix") || value.startsWith("lab") || value.startsWith("ok")) value = "#333333";
      if (value === "rgba(0, 0, 0, 0)" || value === "transparent") value = "none";
      if (value && value !== USUAL[key]) given[key] = value;
    }
    if (given.stroke === "none" || !given.stroke) {
      for (const key of Object.keys(given)) if (key.startsWith("stroke")) delete given[key];
    }
    return given;
  }

  /* The head of an arrow becomes shapes where the line ends, so that the picture needs no names. */
  function arrow(node, end, look, svg) {
    const id = /url\(["']?#?(?:[^#"')]*#)?([^"')]+)["']?\)/.exec(look.getPropertyValue(`marker-${end}`) || "")?.[1];
    const marker = id && svg.querySelector(`marker[id="${CSS.escape(id)}"]`);
    if (!marker || end === "mid" || !node.getTotalLength) return [];
    const length = node.getTotalLength();
    if (!length) return [];
    const near = Math.min(2, length / 2);
    const [point, other] = end === "end" ? [node.getPointAtLength(length), node.getPointAtLength(length - near)] : [node.getPointAtLength(0), node.getPointAtLength(near)];
    const [from, to] = end === "end" ? [other, point] : [point, other];
    let angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    const orient = marker.getAttribute("orient") ?? "0";
    if (orient === "auto-start-reverse" && end === "start") angle += 180;
    else if (!orient.startsWith("auto")) angle = parseFloat(orient) || 0;
    const value = (name, usual) => { const given = parseFloat(marker.getAttribute(name)); return Number.isFinite(given) ? given : usual; };
    const view = (marker.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
    let scale = view.length === 4 && view[2] && view[3] ? Math.min(value("markerWidth", 3) / view[2], value("markerHeight", 3) / view[3]) : 1;
    if (marker.getAttribute("markerUnits") !== "userSpaceOnUse") scale *= parseFloat(look.strokeWidth) || 1;
    const inner = [...marker.children].flatMap((child) => flattenedHead(child, svg));
    if (!inner.length) return [];
    const own = node.getAttribute("transform");
    const group = element("g", {
      transform: `${own ? `${own} ` : ""}translate(${short(point.x)},${short(point.y)}) rotate(${short(angle)}) scale(${short(scale)}) translate(${short(-value("refX", 0))},${short(-value("refY", 0))})`,
    });
    group.append(...inner);
    return [group];
  }

  function flattenedHead(child, svg) {
    return SHAPES[child.localName] ? shape(child, child.localName, getComputedStyle(child), svg).slice(0, 1) : [];
  }

  /* Each line of words stands by itself, at its own place. */
  function lines(node, look) {
    const made = [];
    const visit = (part) => {
      const placedInside = part.querySelector("tspan[x], tspan[y], tspan[dy]");
      if (placedInside) {
        for (const child of part.children) visit(child);
        return;
      }
      const said = part.textContent.replace(/\s+/g, " ").trim();
      if (!said || !part.getNumberOfChars()) return;
      const style = getComputedStyle(part);
      const anchor = style.textAnchor || "start";
      const start = part.getStartPositionOfChar(0);
      const width = part.getComputedTextLength();
      const x = start.x + (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
      const inner = part.querySelector("tspan") ? getComputedStyle(part.querySelector("tspan")) : style;
      const given = { x: short(x), y: short(start.y), "font-size": style.fontSize, ...placed(node), fill: plain(inner.fill) };
      if (anchor !== "start") given["text-anchor"] = anchor;
      if (Number(inner.fontWeight) >= 600) given["font-weight"] = "bold";
      if (inner.fontStyle === "italic") given["font-style"] = "italic";
      const text = element("text", given);
      text.textContent = said;
      made.push(text);
    };
    visit(node);
    return made;
  }

  /* Words that insist on being HTML, as plain ones. */
  function label(node) {
    const said = node.textContent.replace(/\s+/g, " ").trim();
    if (!said) return [];
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => parseFloat(node.getAttribute(name)) || 0);
    const text = element("text", { x: short(x + width / 2), y: short(y + height / 2 + 5), "font-size": "14px", "text-anchor": "middle", fill: "#333333", ...placed(node) });
    text.textContent = said;
    return [text];
  }

  function plain(color) {
    return color.startsWith("url") || color === "none" ? "#333333" : color;
  }

  function placed(node) {
    const transform = node.getAttribute("transform");
    return transform ? { transform: transform.replace(/-?\d*\.\d+(?:e-?\d+)?/g, (number) => short(parseFloat(number))) } : {};
  }

  function element(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function short(number) {
    return Math.round(number * 100) / 100;
  }
})();
