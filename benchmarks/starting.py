"""How long `make run` takes until the server answers, on new data and again, and how long it takes to stop. On this machine."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.drills.house import free_port

ROOT = Path(__file__).parents[1]
ANSWERS = "Coachbook answers"
STOP_SECONDS = 30


def main() -> None:
    """Starts as often as STARTS says (5), each time on the data that the last one left."""
    with tempfile.TemporaryDirectory(prefix="coachbook-starting-", dir="/tmp") as folder:
        Path(folder).chmod(0o711)
        for number in range(1, int(os.environ.get("STARTS", "5")) + 1):
            answered, stopped = _start_and_stop({**os.environ, "DATA_DIR": f"{folder}/data", "PORT": str(free_port())})
            sys.stdout.write(f"start {number}: answers after {answered:5.2f} s, stops within {stopped:4.2f} s\n")
            sys.stdout.flush()


def _start_and_stop(environment: dict[str, str]) -> tuple[float, float]:
    began = time.monotonic()
    with subprocess.Popen(
        ["make", "run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as server:
        assert server.stdout is not None
        if not any(line.startswith(ANSWERS) for line in server.stdout):
            sys.exit("The server did not start. `make run` says why.")
        answered = time.monotonic()
        os.killpg(server.pid, signal.SIGINT)  # what Ctrl-C does in a terminal
        server.wait(STOP_SECONDS)
        return answered - began, time.monotonic() - answered


if __name__ == "__main__":
    main()
