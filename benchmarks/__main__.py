"""`make bench` or `python -m benchmarks [name] [pages]`; data are kept under var/bench."""

import os
import subprocess
import sys
from pathlib import Path

PLACE = Path(os.environ.get("HZH_VAR", "var")).resolve() / "bench"  # before any settings are read


def main():
    name, pages = (sys.argv[1:] + ["all", "2000"])[0], int((sys.argv[2:] + ["2000"])[0])
    if name == "all":
        for arguments in (["reading", "2000"], ["reading", "20000"]):
            subprocess.run([sys.executable, "-m", "benchmarks", *arguments], check=True)
        return
    module = __import__(f"benchmarks.{name}", fromlist=["main"])
    module.main(PLACE, pages)


main()
