"""The commands as processes of their own, each with a folder and settings of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CLI = Path(__file__).parents[2] / "cli.py"
START_SECONDS = 60
"""Far more than it takes, for machines that do other things too."""


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Nothing of whoever runs the tests but what processes need."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT")}
    return kept | {"DATA_DIR": str(folder / "data"), "PORT": "0", **settings}


def run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, CLI, *arguments],
        cwd=folder,
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
    )


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """`serve` as it runs, and where it answers."""
    process = subprocess.Popen(
        [sys.executable, CLI, "serve"],
        cwd=folder,
        env=environment(folder, **settings),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        said = next(line for line in process.stdout if "Coachbook answers at" in line)
        yield process, said.split()[-1]
    finally:
        process.kill()
        process.communicate()
