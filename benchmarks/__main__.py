"""`make bench` or `python -m benchmarks [name] [number]`; data are kept under var/bench.

reading [pages] · plain [pages] (beside plain Wagtail) · load [minutes] (people at work on the real server)
"""

import os
import subprocess
import sys
from pathlib import Path

PLACE = Path(os.environ.get("HZH_VAR", "var")).resolve() / "bench"  # before any settings are read


def main():
    name, *numbers = sys.argv[1:] or ["all"]
    if name == "all":
        for arguments in (["reading", "2000"], ["reading", "20000"], ["plain", "2000"], ["load", "5"]):
            subprocess.run([sys.executable, "-m", "benchmarks", *arguments], check=True)
        return
    number = int(numbers[0]) if numbers else {"load": 5}.get(name, 2_000)
    module = __import__(f"benchmarks.{name}", fromlist=["main"])
    module.main(PLACE, number)


main()
