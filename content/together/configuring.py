"""What the editor in the browser must know of its page: where to connect, what it may, where it asks."""

from django.urls import reverse

from content.together import rights, store, tools

LIVE = "/live/pages"


def config_for(user, page) -> dict:
    """Opens the document of the page where nobody has; costs a conversion then."""
    standing = rights.standing(user, page)
    doc = store.open_doc(page)
    return {
        **tools.config(page),
        "live": LIVE,
        "uid": page.uid,
        "epoch": str(doc.epoch),
        "schema": doc.schema,
        "may": standing.may or "read",
        "why": standing.why,
        "me": {"uid": user.uid, "name": user.name, "color": user.pk % 6 + 1},
        "urls": {
            "version": reverse("content:version", args=[page.uid]),
            "preview": reverse("content:write_preview", args=[page.uid]),
            "diagram": reverse("content:diagram", args=[page.uid]),
            "presence": reverse("content:presence", args=[page.uid]),
            "plain": reverse("content:edit", args=[page.uid]),
            "draft": reverse("content:draft", args=[page.uid]),
            "library": reverse("content:library"),
            "sign_in": reverse("account_login"),
        },
    }
