"""The editor by itself, from the bundle as it is built: no room, no page, only what a person writes with."""
# ruff: noqa: E501

import base64
import json

from django.template.loader import render_to_string
from pycrdt import Doc

from content.together import tools
from content.together.fragments import body_of, plant, tree_of_doc

ADDRESS = "/writing-alone/"
READY = "() => (window.editor = document.querySelector('.ProseMirror')?.editor)"
MOUNT = """
import { applyUpdate, encodeStateAsUpdate } from "/static/js/editor/editor.js";
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const doc = () => editor.extensionManager.extensions.find(({ name }) => name === "collaboration").options.document;
window.fillWith = (update) => applyUpdate(doc(), bytes(update));
window.stateOf = () => btoa([...encodeStateAsUpdate(doc())].map((one) => String.fromCharCode(one)).join(""));
"""

SHOWN = """() => {
  const live = editor.view.dom, copy = live.cloneNode(true);
  const both = (selector) => { const all = [...live.querySelectorAll(selector)]; return [...copy.querySelectorAll(selector)].map((one, at) => [one, all[at]]); };
  const become = (one, tag, attrs = {}) => { const made = document.createElement(tag); made.append(...one.childNodes); Object.entries(attrs).forEach((pair) => made.setAttribute(...pair)); one.replaceWith(made); return made; };
  both(".task > input").forEach(([one, real]) => real.checked ? one.setAttribute("checked", "") : one.removeAttribute("checked"));
  both(".ed-head").forEach(([one, real]) => { const k = real.querySelector(".k"); one.textContent = k.value || k.placeholder; become(one, "strong", { class: "k" }); });
  both("caption").forEach(([one, real]) => (one.textContent = real.querySelector("input").value));
  copy.querySelectorAll("[data-include]").forEach((one) => { const { include, part } = one.dataset; become(one.querySelector(".ed-kept-text"), "div", { "data-include": include, "data-part": part }); one.replaceWith(one.querySelector("div")); });
  copy.querySelectorAll("br.ProseMirror-trailingBreak, img.ProseMirror-separator, .ed-code select, .ed-drawing, .ed-taken, .ed-details > label, .ed-kept, .ed-place, .ed-sign, .ed-figcaption, .ProseMirror-widget").forEach((one) => one.remove());
  copy.querySelectorAll(".ed-summary").forEach((one) => become(one, "summary"));
  copy.querySelectorAll(".ed-details").forEach((one) => become(one, "details"));
  both(".ed-picture").forEach(([one, real]) => { const img = document.createElement("img"); img.alt = real.pmViewDesc.node.attrs.alt; one.replaceWith(img); });
  copy.querySelectorAll(".ed-file").forEach((one) => become(one, "a", { "data-file": "" }));
  copy.querySelectorAll(".mention").forEach((one) => become(one, "a"));
  copy.querySelectorAll(".ed-note-ref").forEach((one) => one.setAttribute("id", "fnref"));
  copy.querySelectorAll(".ed-notes").forEach((one) => { const box = document.createElement("div"); box.className = "footnote"; one.replaceWith(box); box.append(document.createElement("hr"), one); });
  copy.querySelectorAll(".task > div, .ed-hidden").forEach((one) => one.replaceWith(...one.childNodes));
  return copy.innerHTML;
}"""


class _Page:
    uid = "aaaaaaaaaaaa"


def open_alone(page, site, about=None):
    """Opens an empty text; the scripts of the house run, and its sheets are there."""
    page.route(f"**{ADDRESS}", lambda route: route.fulfill(body=_html(about or _Page), content_type="text/html"))
    page.set_default_timeout(5_000)
    page.goto(site + ADDRESS)
    page.wait_for_function(READY)
    return page


def _html(about):
    tools_html = render_to_string("content/parts/write_toolbar.html", {"page": about})
    given = json.dumps(tools.config(about)), json.dumps(tools.words())
    sheets = (
        "tokens",
        "base",
        "shell",
        "controls",
        "marks",
        "cards",
        "messages",
        "blocks",
        "pages/editor",
        "pages/reading",
        "pages/together",
        "pages/writing",
        "utilities",
    )
    links = "".join(f'<link rel="stylesheet" href="/static/css/{name}.css">' for name in sheets)
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>编辑</title>
<meta name="viewport" content="width=device-width, initial-scale=1">{links}
<link rel="stylesheet" href="/static/css/touch.css" media="(max-width: 720px)"></head><body>
<header class="topbar"></header><main class="write" data-editor><h1 class="vh">编辑</h1><div class="edhead"></div>{tools_html}
<div class="ed-wrap"><div class="ed-page"><div data-editor-text></div></div></div>
<p data-editor-outline-empty></p><ol data-editor-outline></ol><p data-editor-count></p></main>
<script type="application/json" id="editor-config">{given[0]}</script>
<script type="application/json" id="editor-words">{given[1]}</script>
<script type="module">{MOUNT}</script></body></html>"""


def put(page, tree):
    """The tree goes into the document of the editor as the server puts it there; answers what the editor has then."""
    doc = Doc()
    doc.apply_update(_state(page))
    before, body = doc.get_state(), body_of(doc)
    with doc.transaction():
        del body.children[:]
        plant(body, 0, tree["content"])
    page.evaluate("([update]) => fillWith(update)", [base64.b64encode(doc.get_update(before)).decode()])
    return page.evaluate("editor.getJSON()")


def taken(page):
    """The tree the server reads from the document of the editor."""
    doc = Doc()
    doc.apply_update(_state(page))
    return tree_of_doc(doc)


def _state(page):
    return base64.b64decode(page.evaluate("stateOf()"))


def shown(page):
    """What the editor shows, in the terms of a page: without what only serves writing."""
    return page.evaluate(SHOWN)
