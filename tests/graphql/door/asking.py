"""From a row of the table to a question at the door, and from what comes back to its outcome."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template
from typing import Any

import httpx2

from tests.graphql.door.door import Person
from tests.graphql.door.table import MUTATIONS, QUERIES, SIGN_IN, SUBSCRIPTIONS, Row
from tests.graphql.door.world import World, ids_in

_TABLES = {"query": QUERIES, "mutation": MUTATIONS, "subscription": SUBSCRIPTIONS}


@dataclass(frozen=True)
class Case:
    """One row, and whereunder it stands."""

    kind: str
    name: str
    row: Row

    def expected(self, person: Person) -> str:
        columns = {
            Person.NOBODY: self.row.nobody,
            Person.SERVICE: self.row.service,
            Person.STRANGER: self.row.stranger,
            Person.OWNER: self.row.owner,
        }
        return columns.get(person, SIGN_IN)

    def document(self, names: Mapping[str, str]) -> str:
        selected = " { __typename }" if self.kind == "mutation" else ""
        return f"{self.kind} {{ {Template(self.row.asks).substitute(names)}{selected} }}"


CASES = [
    Case(kind, f"{field}-{number}", row)
    for kind, table in _TABLES.items()
    for field, rows in table.items()
    for number, row in enumerate(rows)
]


async def outcome_of(world: World, case: Case, *, by: Person) -> str:
    """The outcome, after a look at all that came back: of the owner it may hold what was sent, and nothing else."""
    own = world.of_stranger if by is Person.STRANGER else world.of_owner
    document = case.document({**world.of_owner, **{f"own_{name}": thing for name, thing in own.items()}})
    if by is Person.OWNER:
        async with world.rehearsal() as rehearsal:
            return _outcome(await rehearsal.ask(document, by=by))
    response = await world.door.ask(document, by=by)
    if by is not Person.SERVICE:
        assert (ids_in(response.text) - ids_in(document)) & world.ids_of_owner == set()
        assert world.of_owner["name"] not in response.text
    return _outcome(response)


def _outcome(response: httpx2.Response) -> str:
    answer = _answer(response)
    if "errors" in answer:
        return str(answer["errors"][0]["extensions"]["code"])
    (found,) = answer["data"].values()
    return " ".join(_named(one) for one in found) if isinstance(found, list) else _named(found)


def _answer(response: httpx2.Response) -> dict[str, Any]:
    """Of a stream, its first event."""
    if response.headers["content-type"].startswith("text/event-stream"):
        return dict(json.loads(response.text.splitlines()[1].removeprefix("data: ")))
    return dict(response.json())


def _named(found: Mapping[str, str] | None) -> str:
    return "null" if found is None else found["__typename"]
