"""The line on which a browser hears how many notices wait: `/live/me` (docs/notifications.md, “Live and inbox”)."""
