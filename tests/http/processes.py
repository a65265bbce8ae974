"""The commands, as processes or in this one, each with a folder and settings of its own."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from unittest import mock

import structlog
from typer.testing import CliRunner

from cli import cli

CLI = Path(__file__).parents[2] / "cli.py"
START_SECONDS = 120
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


def run_here(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """The same without a process, which would take seconds to load the program. Not where a loop runs."""
    with chdir(folder), mock.patch.dict(os.environ, environment(folder, **settings), clear=True), _own_logs():
        done = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


@contextmanager
def _own_logs() -> Iterator[None]:
    """Leaves logging as it was."""
    root, before = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    root.handlers.clear()  # so that those of pytest are not closed
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        structlog.configure(**before)


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
