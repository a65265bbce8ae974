"""Turns an operation into functions, one for each selection set, by the fields that graphql-core collects for it."""

from graphql import (
    GraphQLAbstractType,
    GraphQLObjectType,
    GraphQLOutputType,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)
from graphql.execution import Executor
from graphql.execution.collect_fields import FieldDetails, collect_fields
from graphql.execution.executor import default_type_resolver

from schema.compiled.completion import Completion
from schema.compiled.fields import Field
from schema.compiled.leaves import leaf
from schema.compiled.places import NotCompiled, Place, Places, Run
from schema.compiled.reading import attribute_of, attribute_reader, resolver_reader
from schema.compiled.selections import selection
from schema.compiled.shared import wait_for
from schema.compiled.values import checked, chosen, listed, must_be_there, nullable

MOST_FIELDS = 1000
"""Of one operation, each counted once for every object type that it may stand in."""


class Compiler:
    """Compiles one operation for the values that its conditions have: fields that are skipped are not there."""

    def __init__(self, executor: Executor[object]) -> None:
        self._executor = executor
        self.field_count = 0
        self.places = Places()

    def root(self) -> Completion:
        """The whole operation. Raises NotCompiled, and what graphql-core raises where a condition is wrong."""
        executor = self._executor
        root = executor.schema.get_root_type(executor.operation.operation)
        if root is None:
            raise NotCompiled("no such operations")
        collected = collect_fields(
            executor.schema, executor.fragments, executor.variable_values, root, executor.operation
        )
        return selection(self._fields(root, collected.grouped_field_set))

    def _fields(self, parent: GraphQLObjectType, grouped: dict[str, list[FieldDetails]]) -> list[Field]:
        self.field_count += len(grouped)
        if self.field_count > MOST_FIELDS:
            raise NotCompiled("too many fields")
        return [self._field(key, parent, details) for key, details in grouped.items()]

    def _field(self, key: str, parent: GraphQLObjectType, details: list[FieldDetails]) -> Field:
        name = details[0].node.name.value
        if name == "__typename":
            return Field(key, lambda _source, _run: parent.name, Completion(lambda value, _run: value))
        definition = self._executor.schema.get_field(parent, name)
        if definition is None or name.startswith("__"):
            raise NotCompiled("introspection")
        place = Place(definition, parent, details)
        strawberry_field = place.strawberry_field
        completion = self._completion(definition.type, place)
        attribute = attribute_of(definition, strawberry_field)
        if attribute is not None:
            return Field(key, attribute_reader(attribute), completion, attribute=attribute)
        read = resolver_reader(place, self.places.number(place))
        return Field(key, read, completion, reading=wait_for(strawberry_field))

    def _completion(self, kind: GraphQLOutputType, place: Place, *, is_nullable: bool = True) -> Completion:
        if is_non_null_type(kind):
            return self._completion(kind.of_type, place, is_nullable=False)
        if is_leaf_type(kind):
            return leaf(kind, is_nullable=is_nullable)
        composite = self._composite(kind, place)
        return nullable(composite) if is_nullable else composite

    def _composite(self, kind: GraphQLOutputType, place: Place) -> Completion:
        if is_list_type(kind):
            return listed(self._completion(kind.of_type, place))
        if is_abstract_type(kind):
            return self._abstract(kind, place)
        if is_object_type(kind):
            return self._object(kind, place)
        raise NotCompiled("a type of another make")

    def _abstract(self, kind: GraphQLAbstractType, place: Place) -> Completion:
        resolve_type, number = kind.resolve_type or default_type_resolver, self.places.number(place)
        possible = self._executor.schema.get_possible_types(kind)
        branches: dict[object, Completion] = {one.name: self._object(one, place) for one in possible}
        return chosen(lambda value, run: resolve_type(value, run[number].info, kind), branches)

    def _object(self, kind: GraphQLObjectType, place: Place) -> Completion:
        grouped = self._executor.collect_subfields(kind, list(place.details)).grouped_field_set
        fields, is_type_of = self._fields(kind, grouped), kind.is_type_of
        completion = selection(fields)
        if is_type_of is None:
            finds_out = not completion.wait and any(field.attribute for field in fields)  # null has no attributes
            return completion if finds_out else checked(completion, must_be_there)
        number = self.places.number(place)

        def must_be_of_type(value: object, run: Run) -> None:
            if isinstance(value, Exception) or is_type_of(value, run[number].info) is not True:
                raise NotCompiled("a value of another type")

        return checked(completion, must_be_of_type)
