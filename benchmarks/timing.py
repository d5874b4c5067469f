"""CPU of a call, the same way everywhere: user and system time of this process, the least and the middle of rounds."""

import statistics
import time


def cpu(call, *, times=200, rounds=5):
    """(least, median) milliseconds of CPU a call, after a warm-up."""
    for _ in range(20):
        call()
    found = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(times):
            call()
        found.append((time.process_time() - start) * 1_000 / times)
    return min(found), statistics.median(found)


def say(name, found, goal=""):
    print(f"{name:<46}{found[0]:8.2f}{found[1]:8.2f}   {goal}", flush=True)


def machine():
    """How fast this machine is just now: the least milliseconds of CPU of a fixed loop; other work makes it slower."""
    return cpu(lambda: sum(each * each for each in range(20_000)), times=20, rounds=5)[0]


def best(call, rounds):
    """The least milliseconds of CPU of single calls, in words: for what takes too long to be repeated often."""
    found = []
    for _ in range(rounds):
        start = time.process_time()
        call()
        found.append(time.process_time() - start)
    return f"{min(found) * 1_000:8.2f} ms"
