"""Values for the variables of an operation, by their types: most of them plausible, some nonsense."""

import random
from collections.abc import Sequence

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_named_type,
    is_list_type,
    is_non_null_type,
    is_required_input_field,
    type_from_ast,
)

from tests.http.malformed.noise import NASTY_VALUES

PLAUSIBLE: dict[str, tuple[object, ...]] = {
    "Int": (1, 2, 20, 100, 1990),
    "Float": (0.5, 1, 7.5, 65, 170),
    "Boolean": (True, False),
    "String": ("Ann", "UTC", "make Friday shorter", "key-12345", "My knee hurts", "Feel strong and run 10 km."),
    "Date": ("2026-11-23", "2026-12-06"),
    "DateTime": ("2026-11-23T09:00:00Z",),
}
IDS = (
    "exercise_plank",
    "focus",
    "plan_" + "1" * 32,
    "day_" + "1" * 32 + "-20261123",
    "lesson_" + "1" * 32,
    "generation_" + "1" * 32,
    "log-12345",
)
DEEPEST = 8


class Values:
    """Made of one seed for one schema."""

    def __init__(
        self, schema: GraphQLSchema, random: random.Random, *, nonsense: float, ids: Sequence[str] = ()
    ) -> None:
        """`nonsense` is how much of it is: 0 to 1. `ids` are of things that there are."""
        self._schema = schema
        self._random = random
        self._nonsense = nonsense
        self._ids = (*ids, *IDS)

    def of(self, operation: OperationDefinitionNode) -> dict[str, object]:
        made = {}
        for definition in operation.variable_definitions or ():
            kind = type_from_ast(self._schema, definition.type)
            made[definition.variable.name.value] = self.value(kind, 0)  # type: ignore[arg-type]  # variables are inputs
        return made

    def value(self, kind: GraphQLInputType, depth: int, *, name: str = "") -> object:
        if self._random.random() < self._nonsense or depth > DEEPEST:
            return self._random.choice(NASTY_VALUES)
        if is_non_null_type(kind):
            kind = kind.of_type
        if is_list_type(kind):
            return [self.value(kind.of_type, depth + 1, name=name) for _ in range(self._random.randint(0, 3))]
        named = get_named_type(kind)
        if isinstance(named, GraphQLEnumType):
            return self._random.choice(list(named.values))
        if isinstance(named, GraphQLInputObjectType):
            return self._object(named, depth)
        if named.name == "ID":
            return self._random.choice(self._fitting(name))
        return self._random.choice(PLAUSIBLE.get(named.name, NASTY_VALUES))

    def _fitting(self, name: str) -> Sequence[str]:
        """Of ids, those of the kind that the field's name says: a plan's for `planId`."""
        kind = name.removesuffix("s").removesuffix("Id")
        return [one for one in self._ids if one.startswith(f"{kind}_")] or self._ids

    def _object(self, kind: GraphQLInputObjectType, depth: int) -> dict[str, object]:
        if kind.is_one_of:
            wanted = [self._random.choice(list(kind.fields))]
        else:
            wanted = [
                name
                for name, field in kind.fields.items()
                if is_required_input_field(field) or self._random.random() < 0.4
            ]
        return {name: self.value(kind.fields[name].type, depth + 1, name=name) for name in wanted}
