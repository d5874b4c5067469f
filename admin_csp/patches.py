"""What has to change in Wagtail's own classes; tests/admin_csp notices when Wagtail changes them."""

import re
from functools import wraps

import swapper
from django.utils.html import format_html
from django.utils.safestring import mark_safe

# Both forms that Wagtail writes: new PageChooser("id", {…}); and createTaskChooser("id"); with arguments in JSON.
INLINE_CALL = re.compile(r"<script>(?:new )?(\w+)\((.*)\);</script>$", re.DOTALL)
APP_CALL = '<span hidden data-controller="app-call" data-app-call-name-value="{}">[{}]</span>'


def apply():
    from wagtail.admin.forms.pages import CopyForm
    from wagtail.admin.views.bulk_action.registry import bulk_action_registry
    from wagtail.admin.widgets import BaseChooser

    BaseChooser.render = without_inline_script(BaseChooser.render)
    swapper.load_model("wagtailcore", "Page").copy_form_class = without_alias(CopyForm)
    # There are no bulk actions: their confirmation pages name whatever one may not see, and bulk delete knows no bin.
    bulk_action_registry.has_scanned_for_bulk_actions = True


def without_inline_script(render):
    """The same widget, started by static/admin_csp/app-call.js instead of an inline script."""

    @wraps(render)
    def quiet_render(self, *args, **kwargs):
        html = render(self, *args, **kwargs)
        return mark_safe(INLINE_CALL.sub(lambda call: format_html(APP_CALL, *call.groups()), html))

    return quiet_render


def without_alias(form):
    """Copies are pages of their own: an alias would follow its original past our rules."""

    class CopyForm(form):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.fields.pop("alias", None)

    return CopyForm
