"""Tables for people, and the same as JSON for docs and comparisons."""

import json
import os
import sys
import unicodedata

from benchmarks import timing


def table(name, heads, rows, *, as_json=False):
    """Rows of values under heads; the first column is words."""
    if as_json:
        json.dump({"name": name, "heads": heads, "rows": rows}, sys.stdout, ensure_ascii=False)
        print()
        return
    print(f"\n{name}　（本机此刻：固定循环 {timing.machine():.2f} 毫秒，负载 {os.getloadavg()[0]:.1f}）")
    lines = [list(map(_words, row)) for row in [heads, *rows]]
    widths = [max(_width(line[place]) for line in lines) for place in range(len(heads))]
    for line in lines:
        first, *others = zip(line, widths, strict=True)
        pieces = [first[0] + " " * (first[1] - _width(first[0]))]
        pieces += [" " * (width - _width(text)) + text for text, width in others]
        print("  ".join(pieces), flush=True)


def share(part, whole):
    return round(part / whole, 4) if whole else None


def spread(numbers):
    """p50 and p95."""
    numbers = sorted(numbers)
    if not numbers:
        return None, None
    return numbers[len(numbers) // 2], numbers[min(int(len(numbers) * 0.95), len(numbers) - 1)]


def _words(value):
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.3f}" if value <= 1 else f"{value:.1f}"
    return str(value)


def _width(text):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
