"""Private storage, images, documents and the views that serve them."""
