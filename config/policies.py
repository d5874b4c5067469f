"""The two content security policies: strict for our pages, strict scripts for Wagtail's admin."""

from copy import deepcopy

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.conf import settings

ADMIN = deepcopy(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"])
# Draftail writes two style elements (placeholders, list counters); scripts stay strict.
ADMIN["style-src-elem"] = [SELF, UNSAFE_INLINE]


class PolicyMiddleware(CSPMiddleware):
    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path_info.startswith("/admin/"):
            parts.config = ADMIN
        return parts
