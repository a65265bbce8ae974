"""Migrations: where they lie, which is the newest, and how they are run."""

from functools import cache
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory


def alembic_config() -> Config:
    """Made here instead of in an alembic.ini, so that the installed package has it too."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config


@cache
def newest_revision() -> str:
    """The migration that this program needs."""
    revision = ScriptDirectory.from_config(alembic_config()).get_current_head()
    assert revision is not None, "there is at least one migration"
    return revision
