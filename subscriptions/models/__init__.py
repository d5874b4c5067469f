"""Channels, their posts and issues, and what readers do with them."""

from subscriptions.models.channels import Album, Channel, Correction, Post, Withdrawal
from subscriptions.models.issues import (
    Approval,
    Issue,
    IssuePost,
    ManualCheck,
    Plan,
    Release,
    Submission,
    TestReader,
)
from subscriptions.models.readers import (
    CaughtUp,
    CommentLike,
    CommentRemoval,
    Follow,
    FollowRequest,
    Hold,
    Like,
    PostComment,
    PostRead,
    Selection,
    Silence,
)

__all__ = [
    "Album",
    "Approval",
    "CaughtUp",
    "Channel",
    "CommentLike",
    "CommentRemoval",
    "Correction",
    "Follow",
    "FollowRequest",
    "Hold",
    "Issue",
    "IssuePost",
    "Like",
    "ManualCheck",
    "Plan",
    "Post",
    "PostComment",
    "PostRead",
    "Release",
    "Selection",
    "Silence",
    "Submission",
    "TestReader",
    "Withdrawal",
]
