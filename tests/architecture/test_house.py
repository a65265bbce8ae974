"""The house stays as it was drawn: what no linter looks at."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("db", "demo", "domain", "resolvers", "schema", "services", "tests", "web")
MAXIMUM_LINES = 300


def python_files(*folders: str) -> Iterator[Path]:
    yield from ROOT.glob("*.py")
    for folder in folders:
        yield from (ROOT / folder).rglob("*.py")


def named(paths: Iterator[Path]) -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in paths)


def calls_of(path: Path, method: str) -> list[int]:
    """The lines on which `something.method()` is called."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    return [call.lineno for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == method]


def test_no_file_is_longer_than_the_ceiling() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(*PACKAGES)}
    assert named(path for path, lines in lengths.items() if lines > MAXIMUM_LINES) == []


def test_every_module_says_at_its_top_what_it_is_for() -> None:
    def is_silent(path: Path) -> bool:
        text = path.read_text(encoding="utf-8")
        return bool(text.strip()) and ast.get_docstring(ast.parse(text)) is None

    assert named(path for path in python_files(*PACKAGES) if is_silent(path) and path.parent.name != "versions") == []


@pytest.mark.parametrize("method", ["commit", "rollback"])
def test_transactions_end_in_the_database_module_alone(method: str) -> None:
    files = (path for path in python_files("db", "resolvers", "schema", "services", "web") if calls_of(path, method))
    assert [name for name in named(files) if name != "db/database.py"] == []


def test_no_name_of_a_package_shadows_the_standard_library() -> None:
    assert sys.stdlib_module_names.isdisjoint(PACKAGES)


def test_every_decision_is_listed_and_every_listed_one_is_there() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\((\d{4}-[a-z0-9-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


def test_the_demo_sends_nothing_that_the_schema_does_not_serve() -> None:
    from graphql import build_schema, parse, validate

    served = build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))
    sent = parse((ROOT / "demo" / "operations.graphql").read_text(encoding="utf-8"))
    assert validate(served, sent) == []


def test_migrations_follow_one_another_without_a_gap_or_a_fork() -> None:
    """Two that were written beside each other are both the next one, until somebody numbers one of them anew."""
    follows = re.compile(r'^revision = "(\d{4})"\ndown_revision = (?:"(\d{4})"|None)$', re.MULTILINE)
    told = []
    for path in sorted((ROOT / "db" / "migrations" / "versions").glob("[0-9]*.py")):
        found = follows.search(path.read_text(encoding="utf-8"))
        assert found is not None, path.name
        told.append((path.name[:4], found[1], found[2]))
    numbers = [f"{number:04}" for number in range(1, len(told) + 1)]
    assert told == [(one, one, before) for one, before in zip(numbers, [None, *numbers], strict=False)]


def test_every_table_of_an_athlete_goes_with_the_account() -> None:
    """A later table belongs to its athlete by a foreign key that deletes, or says here whose it is instead."""
    from db.tables.base import Row

    tables = Row.metadata.sorted_tables  # parents before children
    goes = {"athlete"}
    for table in tables:
        if any(key.ondelete == "CASCADE" and key.column.table.name in goes for key in table.foreign_keys):
            goes.add(table.name)
    of_everybody = {"exercise", "knowledge_note", "note_vector", "worker"}
    stays_for_a_while = {"deleted_account"}
    assert {table.name for table in tables} - goes == of_everybody | stays_for_a_while


def test_what_takes_long_to_load_is_left_out_of_the_start() -> None:
    late = ("dbos", "openai", "ortools", "services.feedback.reacting", "services.feedback.phrases")
    code = f"import sys, app; print([name for name in {late} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    assert ran.stdout.strip() == "[]"
