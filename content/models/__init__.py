"""Pages and spaces, their text, life and drafts."""

from content.models.drafts import Draft, PageTemplate
from content.models.life import Publication, Removal, Verification
from content.models.pages import ContentPage, ContentTag
from content.models.spaces import Bin, Library, Space
from content.models.texts import Reference, Rendering
from content.models.transfers import BroughtFile, Export, ImportItem, ImportRun, Origin
from content.models.workflow import RoleApprovalTask

__all__ = [
    "Bin",
    "BroughtFile",
    "ContentPage",
    "ContentTag",
    "Draft",
    "Export",
    "ImportItem",
    "ImportRun",
    "Library",
    "Origin",
    "PageTemplate",
    "Publication",
    "Reference",
    "Removal",
    "Rendering",
    "RoleApprovalTask",
    "Space",
    "Verification",
]
