"""The app's own operations, each with the fragments that it needs."""

from functools import cache
from pathlib import Path

from graphql import DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, parse, print_ast, visit
from graphql.language import FragmentSpreadNode, Node, Visitor

_FOLDER = Path(__file__).parent / "operations"


@cache
def _definitions() -> tuple[dict[str, OperationDefinitionNode], dict[str, FragmentDefinitionNode]]:
    operations: dict[str, OperationDefinitionNode] = {}
    fragments: dict[str, FragmentDefinitionNode] = {}
    for path in sorted(_FOLDER.glob("*.graphql")):
        for definition in parse(path.read_text(), no_location=True).definitions:
            if isinstance(definition, FragmentDefinitionNode):
                fragments[definition.name.value] = definition
            elif isinstance(definition, OperationDefinitionNode) and definition.name:
                operations[definition.name.value] = definition
    return operations, fragments


def names() -> list[str]:
    return list(_definitions()[0])


def document(name: str) -> str:
    """The text of one operation, with all fragments that it needs and no others."""
    operations, fragments = _definitions()
    needed: dict[str, FragmentDefinitionNode] = {}

    class Spreads(Visitor):
        def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> None:
            if node.name.value not in needed:
                needed[node.name.value] = fragments[node.name.value]
                visit(fragments[node.name.value], self)

    operation: Node = operations[name]
    visit(operation, Spreads())
    return print_ast(DocumentNode(definitions=(operations[name], *needed.values())))
