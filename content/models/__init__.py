"""Pages and spaces, their text, life and drafts."""

from content.models.bulk import BulkChange
from content.models.comments import Comment, Passage, PassageText, Resolution, WhichText
from content.models.copies import PageCopy
from content.models.diagrams import Diagram
from content.models.drafts import Draft
from content.models.holds import WritingHold
from content.models.life import Override, Publication, Reminder, Removal, Verification
from content.models.pages import ContentPage, ContentTag
from content.models.proposals import Proposal
from content.models.space_requests import SpaceRequest
from content.models.spaces import Bin, Library, Space
from content.models.templates import PageTemplate
from content.models.texts import Reference, Rendering
from content.models.together import CollabContributor, CollabDoc, CollabUpdate
from content.models.transfers import BroughtFile, Export, ImportItem, ImportRun, Origin, Original
from content.models.versions import VersionName
from content.models.workflow import RoleApprovalTask

__all__ = [
    "Bin",
    "BroughtFile",
    "BulkChange",
    "CollabContributor",
    "CollabDoc",
    "CollabUpdate",
    "Comment",
    "ContentPage",
    "ContentTag",
    "Diagram",
    "Draft",
    "Export",
    "ImportItem",
    "ImportRun",
    "Library",
    "Origin",
    "Original",
    "Override",
    "PageCopy",
    "PageTemplate",
    "Passage",
    "PassageText",
    "Proposal",
    "Publication",
    "Reference",
    "Reminder",
    "Removal",
    "Rendering",
    "Resolution",
    "RoleApprovalTask",
    "Space",
    "SpaceRequest",
    "Verification",
    "VersionName",
    "WhichText",
    "WritingHold",
]
