"""Push messages to browsers, encrypted for them (RFC 8291) and signed by this installation (VAPID, RFC 8292)."""
