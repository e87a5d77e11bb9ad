"""Coverage-guided fuzzing: whatever the bytes, every promise holds and nothing but documented errors is raised.

    python tests/fuzz/fuzz.py all --seconds 60

runs the targets one after the other from the seeds of ``corpus/``, with the words of ``dictionary.txt``.
libFuzzer does it, by way of atheris (``pip install 'unodc-feed[fuzz]'``).  An input that breaks a promise is written to
the current folder, and the exit status is 1; ``python tests/fuzz/fuzz.py TARGET FILE`` runs it again.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import atheris

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

with atheris.instrument_imports(include=["unodc_feed"]):
    from tests.fuzz.targets import TARGETS

LONGEST = 4096  # bytes: short inputs are tried more often, and show what long ones show
SLOWEST = 10  # seconds for one input, which take milliseconds


def fuzz(target: str, arguments: Sequence[str]) -> None:
    """Hand a target over to libFuzzer, which ends the process."""
    atheris.Setup([sys.argv[0], *arguments], TARGETS[target])
    atheris.Fuzz()


def run(targets: Sequence[str], seconds: int) -> int:
    """Run targets one after the other, each in a process of its own; count those that failed."""
    failed = 0
    for target in targets:
        with tempfile.TemporaryDirectory() as found:
            options = [f"-max_total_time={seconds // len(targets)}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}"]
            words = [f"-dict={HERE / 'dictionary.txt'}", "-print_final_stats=1", found, str(HERE / "corpus")]
            command = [sys.executable, __file__, target, *options, *words]
            ended = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace")
        executions = re.search(r"number_of_executed_units:\s*(\d+)", ended.stderr)
        print(f"{target:10}{executions[1] if executions else '?':>12} executions", flush=True)
        if ended.returncode:
            print(ended.stderr[-8000:])
            failed += 1
    return failed


def main() -> None:
    """Fuzz one target with libFuzzer's own arguments, or all of them for some seconds."""
    target, *arguments = sys.argv[1:] or ["all"]
    if target != "all":
        fuzz(target, arguments)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60, help="how long to run all targets together")
    sys.exit(run([*TARGETS], parser.parse_args(arguments).seconds))


if __name__ == "__main__":
    main()
