"""`python -m benchmarks.search WHAT [--json] [--rebuild] …`; data are kept under var/bench.

finding · questions · speed · agreement. The engine is the one DATABASE_URL and ELASTICSEARCH_URL say.
"""

import argparse
import os
from importlib import import_module
from pathlib import Path

PLACE = Path(os.environ.get("HZH_VAR", "var")).resolve() / "bench"  # before any settings are read


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    what = parser.add_subparsers(dest="what", required=True)
    everyone = argparse.ArgumentParser(add_help=False)
    everyone.add_argument("--json", dest="as_json", action="store_true")
    everyone.add_argument("--rebuild", action="store_true", help="make the index anew first")
    finding = what.add_parser("finding", parents=[everyone])
    finding.add_argument("--number", type=int, default=1_000, help="words that are drawn")
    finding.add_argument("--seed", type=int, default=1)
    finding.add_argument("--alone", dest="beside", action="store_false", help="without stock Wagtail beside")
    questions = what.add_parser("questions", parents=[everyone])
    questions.add_argument("--tell", action="store_true", help="name what was missed, of the even numbers")
    speed = what.add_parser("speed", parents=[everyone])
    speed.add_argument(
        "name", nargs="?", choices=["long", "short"], default="long", help="20,000 long pages or 100,000 short"
    )
    speed.add_argument("--pages", type=int, help="fewer of them")
    speed.add_argument("--number", type=int, default=100, help="queries of a kind")
    speed.add_argument("--alone", dest="beside", action="store_false", help="without stock Wagtail beside")
    what.add_parser("agreement", parents=[everyone])
    chosen = vars(parser.parse_args())
    import_module(f"benchmarks.search.{chosen.pop('what')}").main(PLACE, **chosen)


main()
