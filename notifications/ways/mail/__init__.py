"""Mail by SMTP, with one click to leave it (RFC 8058)."""
