"""A NUL, which no database stores, in each text of each operation that is right otherwise: the client is at fault, and not we."""

from collections.abc import Iterator

import pytest
from graphql import StringValueNode, Visitor, parse, print_ast, visit

from tests.graphql.door.asking import CASES
from tests.graphql.door.door import Person
from tests.graphql.door.world import World

pytestmark = pytest.mark.asyncio(loop_scope="package")


class Spoiling(Visitor):
    """Puts a NUL behind the text at one place, counted from 0."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.left = place

    def enter_string_value(self, node: StringValueNode, *_: object) -> StringValueNode | None:
        self.left -= 1
        return StringValueNode(value=node.value + "\x00") if self.left == -1 else None


def spoilt(document: str) -> Iterator[str]:
    """The document, once for each text in it."""
    texts = document.count('"') // 2
    return (print_ast(visit(parse(document), Spoiling(place))) for place in range(texts))


async def test_it_is_never_our_fault(world: World) -> None:
    names = {**world.of_owner, **{f"own_{name}": thing for name, thing in world.of_owner.items()}}
    documents = {document for case in CASES for document in spoilt(case.document(names))}
    async with world.rehearsal() as rehearsal:
        answers = {document: (await rehearsal.ask(document, by=Person.OWNER)).text for document in sorted(documents)}

    assert len(documents) > 80
    assert [document for document, answer in answers.items() if "INTERNAL" in answer] == []
