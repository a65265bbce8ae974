"""Every setting is in the README and in the example of a `.env` file, and nothing else is."""

import re
from pathlib import Path

from settings import Settings

ROOT = Path(__file__).parents[3]
NAMES = {name.upper() for name in Settings.model_fields}


def test_the_readme_has_a_row_for_every_setting_and_for_nothing_else() -> None:
    configuration = (
        (ROOT / "README.md").read_text(encoding="utf-8").partition("## Configuration")[2].partition("\n## ")[0]
    )
    rows = [line.split("|")[1] for line in configuration.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)} == NAMES


def test_the_example_of_an_env_file_names_every_setting_and_nothing_else() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE)) == NAMES
