"""Where in the schema an id can be sent, and where the table sends one of the owner's."""

from collections.abc import Iterator

from graphql import (
    ArgumentNode,
    FieldNode,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLObjectType,
    GraphQLSchema,
    ListValueNode,
    ObjectFieldNode,
    ObjectValueNode,
    OperationDefinitionNode,
    ValueNode,
    get_named_type,
    parse,
    print_ast,
)

from tests.graphql.door.asking import CASES


def id_paths(schema: GraphQLSchema) -> set[str]:
    """Of every argument of type ID, however deep inside: `editPlan.input.operations.moveDay.dayId`, `Plan.lesson.id`."""
    roots = (schema.query_type, schema.mutation_type, schema.subscription_type)
    fields = [
        (name if kind in roots else f"{kind.name}.{name}", field)
        for kind in schema.type_map.values()
        if isinstance(kind, GraphQLObjectType) and not kind.name.startswith("__")
        for name, field in kind.fields.items()
    ]
    return {
        path
        for name, field in fields
        for argument, definition in field.args.items()
        for path in _below(definition.type, f"{name}.{argument}", ())
    }


def _below(kind: GraphQLInputType, path: str, above: tuple[str, ...]) -> Iterator[str]:
    named = get_named_type(kind)
    if named.name == "ID":
        yield path
    if isinstance(named, GraphQLInputObjectType) and named.name not in above:
        for name, field in named.fields.items():
            yield from _below(field.type, f"{path}.{name}", (*above, named.name))


def tried_paths() -> set[str]:
    """Of every place where a row that is refused to strangers has something of the owner's."""
    tried: set[str] = set()
    for case in CASES:
        if case.row.stranger != case.row.owner:
            operation = parse(case.document(_Names())).definitions[0]
            assert isinstance(operation, OperationDefinitionNode)
            (field,) = operation.selection_set.selections
            assert isinstance(field, FieldNode)
            tried |= {path for argument in field.arguments or () for path in _sent(argument, field.name.value)}
    return tried


class _Names(dict[str, str]):
    """What the rows put in: a word for all that is the owner's."""

    def __missing__(self, name: str) -> str:
        return "theirs" if name.startswith("own_") or name == "name" else "OWNERS"


def _sent(node: ArgumentNode | ObjectFieldNode, above: str) -> Iterator[str]:
    yield from _in_value(node.value, f"{above}.{node.name.value}")


def _in_value(value: ValueNode, path: str) -> Iterator[str]:
    if isinstance(value, ObjectValueNode):
        for field in value.fields:
            yield from _sent(field, path)
    elif isinstance(value, ListValueNode):
        for one in value.values:
            yield from _in_value(one, path)
    elif "OWNERS" in print_ast(value):
        yield path
