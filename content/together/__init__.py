"""Writing one page together: rooms, their protocol, their store (docs/together.md)."""
