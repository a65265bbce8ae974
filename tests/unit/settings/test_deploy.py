"""What lies in deploy/ goes with the rest: its names are settings, its pins the Makefile's, and what it asks for is shown."""

import re
from pathlib import Path

import pytest

from settings import Settings

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "deploy"
_ASSIGNED = re.compile(r"^(?:# )?([A-Z][A-Z0-9_]*)=", re.MULTILINE)


def read(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def test_the_image_is_made_by_the_uv_that_makes_the_environment() -> None:
    pinned = re.search(r"^UV_VERSION := (\S+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert pinned is not None
    assert re.findall(r"uv==(\S+)", read("Dockerfile")) == [pinned[1]]


def test_what_the_compose_file_asks_for_is_in_its_example() -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", read("compose.yaml")))

    assert asked == set(_ASSIGNED.findall(read("env.example")))


def test_the_programs_example_names_settings_alone() -> None:
    named = {name.lower() for name in _ASSIGNED.findall(read("coachbook.env.example"))}

    assert named <= set(Settings.model_fields)


@pytest.mark.parametrize("unit", sorted(DEPLOY.glob("systemd/*.service")), ids=lambda path: path.name)
def test_every_unit_runs_as_an_ordinary_user_with_few_rights(unit: Path) -> None:
    text = unit.read_text(encoding="utf-8")

    for line in ("User=coachbook", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet="):
        assert f"\n{line}\n" in text
    commands = re.findall(r"/opt/coachbook/bin/coachbook (\S+)", text)
    assert commands
    assert set(commands) <= {"serve", "worker", "migrate", "backup", "verify-backup"}
