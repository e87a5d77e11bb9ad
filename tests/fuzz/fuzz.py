"""Coverage-guided fuzzing: whatever the bytes, every promise holds and nothing but documented errors is raised.

    python tests/fuzz/fuzz.py all --seconds 60

runs the targets one after the other from the seeds of ``corpus/``, with the words of ``dictionary.txt``.  libFuzzer
does it, by way of atheris (``pip install 'unodc-feed[fuzz]'``).  An input that breaks a promise, or takes too long, is
saved in the current folder and printed, as short as it can be made, and the exit status is 1.

    python tests/fuzz/fuzz.py TARGET FILE
    python tests/fuzz/fuzz.py TARGET -max_total_time=60 FOUND tests/fuzz/corpus

run a saved input again, and one target with arguments of libFuzzer, which saves what it learns in the folder FOUND.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

LIMITS = (
    "-max_len=4096",  # bytes: short inputs are tried more often, and show what long ones show
    "-len_control=100",  # the shortest ones first
    "-timeout=10",  # seconds for one input, which takes milliseconds
    f"-dict={HERE / 'dictionary.txt'}",
)
MOST_TRIES = 5000  # to make an input shorter


def fuzz(target: str, *arguments: str) -> None:
    """Hand a target over to libFuzzer, which ends the process."""
    import atheris

    with atheris.instrument_imports(include=["unodc_feed"]):
        from tests.fuzz.targets import TARGETS
    from tests.fuzz.mutation import mutator

    atheris.Setup(
        [sys.argv[0], *LIMITS, *arguments],
        TARGETS[target],
        custom_mutator=mutator(lambda *given: atheris.Mutate(*given)),
    )
    atheris.Fuzz()


def run(target: str, seconds: int) -> bool:
    """Run a target for some seconds in a process of its own, tell what came of it, and whether all was well."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as found:
        options = [f"-max_total_time={max(1, seconds)}", f"-artifact_prefix={target}-", "-print_final_stats=1"]
        command = [sys.executable, __file__, target, *options, found, str(HERE / "corpus")]
        ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    executions = re.search(r"number_of_executed_units:\s*(\d+)", ended.stderr)
    count = int(executions[1]) if executions else 0
    print(f"{target:10}{count:>12,} executions{count / (time.monotonic() - began):>9,.0f} a second", flush=True)
    if ended.returncode:
        saved = re.search(r"Test unit written to (\S+)", ended.stderr)
        print(told(target, Path(saved[1])) if saved else ended.stderr[-2000:], flush=True)
    return ended.returncode == 0


def told(target: str, saved: Path) -> str:
    """Tell what is wrong with a saved input."""
    from tests.fuzz.targets import TARGETS

    octets = saved.read_bytes()
    if "-crash-" in saved.name and failure(TARGETS[target], octets):
        octets = shortened(TARGETS[target], octets)
        reason = failure(TARGETS[target], octets)
    else:
        reason = "It took too much time or memory, or fails only after others."
    return f"{saved.resolve()}, or as short as it can be made:\n{octets!r}\n{reason}"


def failure(check: Callable[[bytes], None], octets: bytes) -> str:
    """The traceback of what goes wrong, or nothing."""
    try:
        check(octets)
    except Exception:
        return traceback.format_exc()
    return ""


def shortened(check: Callable[[bytes], None], octets: bytes) -> bytes:
    """Leave out of an input whatever it goes wrong without, in the same place."""
    expected = failure(check, octets)
    size, tries = max(1, len(octets) // 2), 0
    while size and tries < MOST_TRIES:
        at, before = 0, len(octets)
        while at < len(octets) and (tries := tries + 1) < MOST_TRIES:
            shorter = octets[:at] + octets[at + size :]
            if failure(check, shorter) == expected:
                octets = shorter
            else:
                at += size
        size = size if size == 1 and len(octets) < before else size // 2
    return octets


def main() -> None:
    """Hand one target over to libFuzzer with its own arguments, or run all of them for some seconds."""
    target, *arguments = sys.argv[1:] or ["all"]
    if target != "all":
        fuzz(target, *arguments)
    from tests.fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60, help="how long to run all targets together")
    seconds = parser.parse_args(arguments).seconds
    well = [run(target, seconds // len(TARGETS)) for target in TARGETS]
    sys.exit(not all(well))


if __name__ == "__main__":
    main()
