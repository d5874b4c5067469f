"""One worker: `python -m config.worker quick --beat-inside`. Celery's own command line carries a prompt of 7 MB."""

import sys
from argparse import ArgumentParser

from config.celery import app


def main():
    parser = ArgumentParser(prog="python -m config.worker", description="Does what is due in one lane.")
    parser.add_argument("lane", choices=("quick", "slow"))
    parser.add_argument("--beat-inside", action="store_true", help="run beat in a thread of it; once an installation")
    parser.add_argument("--pool", help="another one than the broker wants")
    parser.add_argument("--log-level", default="WARNING")
    wanted = parser.parse_args()
    worker = app.Worker(
        hostname=f"{wanted.lane}@%h",
        queues=wanted.lane,
        pool_cls=wanted.pool,
        loglevel=wanted.log_level,
        beat_inside=wanted.beat_inside,
        quiet=True,
        without_gossip=True,  # lanes have nothing to tell each other
        without_mingle=True,
        without_heartbeat=True,
    )
    worker.start()
    sys.exit(worker.exitcode)


if __name__ == "__main__":
    main()
