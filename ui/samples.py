"""What the style guide shows."""


def samples(request) -> dict:
    return {}
