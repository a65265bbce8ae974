"""Queries drawn at random from a schema: aliases, fragments of all kinds, conditions, fields that are asked for twice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_required_argument,
    parse,
    specified_rules,
    validate,
)

VARIABLES = {"yes": True, "no": False}
_BOTH_USED = "yes: __typename @skip(if: $no) no: __typename @skip(if: $yes)"
_CONDITIONS = ("@skip(if: $yes)", "@skip(if: $no)", "@include(if: $yes)", "@include(if: $no)", "@include(if: true)")


@dataclass
class Drawing:
    """One query in the making. `arguments` are what to give to a field; one that needs some and has none is left out."""

    schema: GraphQLSchema
    chance: Random
    deepest: int = 5
    arguments: Mapping[str, str] = field(default_factory=dict)
    fragments: list[str] = field(default_factory=list)
    names: int = 0

    def document(self) -> str:
        assert self.schema.query_type is not None
        body = self._selections(self.schema.query_type, self.deepest)
        return f"query Drawn($yes: Boolean!, $no: Boolean!) {{ {_BOTH_USED} {body} }} " + " ".join(self.fragments)

    def _selections(self, kind: GraphQLNamedType, depth: int) -> str:
        drawn = [self._selection(kind, depth) for _ in range(self.chance.randint(1, 5))]
        return " ".join(one for one in drawn if one) or "__typename"

    def _selection(self, kind: GraphQLNamedType, depth: int) -> str:
        if depth > 1 and self.chance.random() < 0.25:
            return self._fragment(kind, depth)
        fields = list(self._fields(kind, depth))
        if not fields or self.chance.random() < 0.1:
            return f"{self._alias()}__typename {self._condition()}"
        name, definition = self.chance.choice(fields)
        result = get_named_type(definition.type)
        below = "" if is_leaf_type(result) else f"{{ {self._selections(result, depth - 1)} }}"
        return f"{self._alias()}{name}{self.arguments.get(name, '')} {self._condition()} {below}"

    def _fields(self, kind: GraphQLNamedType, depth: int) -> Iterator[tuple[str, GraphQLField]]:
        if not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            return
        for name, definition in kind.fields.items():
            needs = any(is_required_argument(argument) for argument in definition.args.values())
            if (depth > 1 or is_leaf_type(get_named_type(definition.type))) and (not needs or name in self.arguments):
                yield name, definition

    def _fragment(self, kind: GraphQLNamedType, depth: int) -> str:
        inside = self.chance.choice(self._overlapping(kind))
        selections = self._selections(inside, depth - 1)
        way = self.chance.random()
        if way < 0.3:
            name = f"F{self._number()}"
            self.fragments.append(f"fragment {name} on {inside.name} {{ {selections} }}")
            return f"...{name} {self._condition()}"
        condition = "" if inside is kind and way < 0.5 else f"on {inside.name}"
        return f"... {condition} {self._condition()} {{ {selections} }}"

    def _overlapping(self, kind: GraphQLNamedType) -> list[GraphQLNamedType]:
        """What a fragment there may be on."""
        if is_abstract_type(kind):
            return [kind, *self.schema.get_possible_types(kind)]
        return [kind, *kind.interfaces] if isinstance(kind, GraphQLObjectType) else [kind]

    def _alias(self) -> str:
        return f"a{self._number()}: " if self.chance.random() < 0.2 else ""

    def _condition(self) -> str:
        return self.chance.choice(_CONDITIONS) if self.chance.random() < 0.15 else ""

    def _number(self) -> int:
        self.names += 1
        return self.names


def drawn_queries(
    schema: GraphQLSchema, chance: Random, *, arguments: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Valid queries without end."""
    while True:
        text = Drawing(schema, chance, arguments=arguments or {}).document()
        if not validate(schema, parse(text), specified_rules):
            yield text
