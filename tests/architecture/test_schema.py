"""The schema as a whole: what is committed is what is served, everything is described, every domain error has its problem."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLUnionType,
    is_list_type,
    is_specified_scalar_type,
)
from strawberry.schema.exception_handlers import get_error_type, get_exception_types

from domain.errors import Problem
from schema import export, schema
from schema.interfaces import NODES
from schema.onboarding.questions import QUESTIONS
from schema.plans.activities import ACTIVITIES
from schema.problems import HANDLERS

ROOT = Path(__file__).parents[2]
GRAPHQL = schema.core
BOUND = re.compile(r"at most|\d+ to \d+|seven|at once", re.IGNORECASE)


def _own_types() -> list[GraphQLNamedType]:
    types = GRAPHQL.type_map.values()
    return [kind for kind in types if not kind.name.startswith("__") and not is_specified_scalar_type(kind)]


def _described() -> Iterator[tuple[str, str | None]]:
    """Everything that a description can stand on, and what stands there."""
    for kind in _own_types():
        yield kind.name, kind.description
        if isinstance(kind, GraphQLEnumType):
            yield from ((f"{kind.name}.{name}", value.description) for name, value in kind.values.items())
        if isinstance(kind, GraphQLInputObjectType):
            yield from ((f"{kind.name}.{name}", value.description) for name, value in kind.fields.items())
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in kind.fields.items():
                yield f"{kind.name}.{name}", field.description
                yield from ((f"{kind.name}.{name}({key}:)", found.description) for key, found in field.args.items())


def _lists() -> Iterator[tuple[str, str]]:
    """Every plain list, in and out, with its description."""
    for kind in _own_types():
        if not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            continue
        for name, field in kind.fields.items():
            inner = field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type
            if is_list_type(inner):
                yield f"{kind.name}.{name}", field.description or ""


def _subclasses(kind: type[Problem]) -> Iterator[type[Problem]]:
    for child in kind.__subclasses__():
        yield child
        yield from _subclasses(child)


def test_the_committed_schema_is_the_one_that_is_served() -> None:
    committed = (ROOT / "schema.graphql").read_text()
    assert committed == export(), "export it again: coachbook export-schema"


def test_everything_is_described_in_whole_sentences() -> None:
    assert [where for where, description in _described() if not description or description[-1] not in ".!?)"] == []


def test_a_plain_list_says_its_bound() -> None:
    assert [where for where, description in _lists() if not BOUND.search(description)] == []


def test_each_domain_problem_has_one_handler_and_each_handler_a_problem_of_its_name() -> None:
    handled = [kind for handler in HANDLERS for kind in get_exception_types(handler)]
    assert sorted(handled, key=str) == sorted(_subclasses(Problem), key=str)
    for handler in HANDLERS:
        (exception,) = get_exception_types(handler)
        assert get_error_type(handler).__name__ == exception.__name__


def test_each_problem_implements_the_interface_and_is_in_some_union() -> None:
    interface = GRAPHQL.type_map["Problem"]
    assert isinstance(interface, GraphQLInterfaceType)
    problems = {kind.name for kind in GRAPHQL.get_possible_types(interface)}
    unions = [kind for kind in _own_types() if isinstance(kind, GraphQLUnionType)]
    assert problems == {kind.__name__ for kind in _subclasses(Problem)}
    assert problems == {member.name for union in unions for member in union.types if member.name in problems}


def test_a_mutation_takes_one_input_and_gives_a_union_of_a_success_and_problems() -> None:
    mutations = GRAPHQL.mutation_type
    assert mutations is not None
    for name, field in mutations.fields.items():
        verb = name[0].upper() + name[1:]
        assert {key: str(argument.type) for key, argument in field.args.items()} == {"input": f"{verb}Input!"}
        union = GRAPHQL.type_map[f"{verb}Result"]
        assert str(field.type) == f"{union.name}!"
        assert isinstance(union, GraphQLUnionType)
        assert union.types[0].name == f"{verb}Success"
        assert all(GRAPHQL.is_sub_type(_problem(), member) for member in union.types[1:])


def _problem() -> GraphQLInterfaceType:
    found = GRAPHQL.type_map["Problem"]
    assert isinstance(found, GraphQLInterfaceType)
    return found


@pytest.mark.parametrize(
    ("interface", "names"),
    [("Node", NODES), ("Question", QUESTIONS), ("Activity", ACTIVITIES)],
    ids=lambda value: value,
)
def test_every_implementor_of_an_interface_is_told_by_its_struct(interface: str, names: dict[type, str]) -> None:
    kind = GRAPHQL.type_map[interface]
    assert isinstance(kind, GraphQLInterfaceType)
    implementors = GRAPHQL.get_possible_types(kind)
    assert {implementor.name for implementor in implementors} == set(names.values())
    for struct, name in names.items():
        implementor = GRAPHQL.type_map[name]
        assert isinstance(implementor, GraphQLObjectType)
        assert implementor.is_type_of is not None, name
        (told,) = [other for other, other_name in names.items() if other_name == name]
        assert told is struct


def test_the_values_of_an_enum_are_the_domains() -> None:
    for kind in _own_types():
        if isinstance(kind, GraphQLEnumType):
            definition = schema.get_type_by_name(kind.name)
            source = getattr(definition, "wrapped_cls", None)
            assert isinstance(source, type), kind.name
            assert issubclass(source, StrEnum), kind.name
            assert [str(member) for member in source] == list(kind.values)
