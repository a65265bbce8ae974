"""What is asked: three reads of the app's, from next to nothing to a whole plan."""

from dataclasses import dataclass, field

import orjson

from tests.graphql import operations


@dataclass(frozen=True)
class Question:
    """A document and the values of its variables."""

    document: str
    variables: dict[str, object] = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        return orjson.dumps({"query": self.document, "variables": self.variables})


def questions(plan_id: str) -> dict[str, Question]:
    return {
        "viewer": Question("{ viewer { id } }"),
        "playbook": Question(operations.document("PlaybookScreen")),
        "plan": Question(operations.document("PlanFullById"), {"id": plan_id}),
    }


def leaves(answer: object) -> int:
    """How many values are in it that hold no others."""
    if isinstance(answer, dict):
        return sum(leaves(value) for value in answer.values())
    if isinstance(answer, list):
        return sum(leaves(value) for value in answer)
    return 1
