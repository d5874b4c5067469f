"""Knowledge pages: articles, clinical cases and regulations (制度)."""
