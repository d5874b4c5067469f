"""What people did, watch, favour and viewed."""
