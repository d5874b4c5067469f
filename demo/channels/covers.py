"""Covers of posts, drawn by code: a sky, hills, and one thing that gives light."""

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

SIZE = WIDTH, HEIGHT = 1200, 675
SKIES = {
    "night": ((16, 30, 56), (44, 66, 104), (255, 210, 138)),
    "dawn": ((250, 214, 176), (255, 241, 222), (240, 140, 90)),
    "day": ((176, 214, 240), (236, 246, 252), (255, 214, 120)),
    "leaf": ((196, 224, 200), (238, 247, 236), (122, 176, 110)),
    "clay": ((224, 196, 176), (250, 238, 228), (190, 110, 80)),
}


def drawn(name, seed):
    """PNG bytes; the same seed draws the same picture."""
    high, low, light = SKIES[name]
    image = Image.new("RGB", SIZE)
    draw, chance = ImageDraw.Draw(image), Random(seed)
    for y in range(HEIGHT):
        share = y / HEIGHT
        draw.line((0, y, WIDTH, y), tuple(round(a + (b - a) * share) for a, b in zip(high, low, strict=True)))
    x, y = chance.randint(700, 1050), chance.randint(120, 260)
    draw.ellipse((x - 60, y - 60, x + 60, y + 60), light)
    for depth in range(3):
        shade = tuple(round(each * (0.8 - depth * 0.18)) for each in high)
        draw.polygon(_ridge(chance, 400 + depth * 80), shade)
    for place in range(3):
        left = 140 + place * 110
        draw.rectangle((left, 470, left + 70, 590), light if place == seed % 3 else tuple(each // 2 for each in high))
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


def _ridge(chance, base):
    steps = range(0, WIDTH + 1, 100)
    return [(0, HEIGHT), *((x, base + chance.randint(-45, 45)) for x in steps), (WIDTH, HEIGHT)]
