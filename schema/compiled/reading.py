"""How the value of a field is had: an attribute is read, a resolver is called with what graphql-core would tell it."""

from collections.abc import Callable
from typing import cast

from graphql import GraphQLField
from strawberry.types.field import StrawberryField

from schema.compiled.places import NotCompiled, Place, Run

Read = Callable[[object, Run], object]


def attribute_of(field: GraphQLField, strawberry_field: StrawberryField) -> str | None:
    """The attribute that a field reads, where it does nothing else."""
    is_plain = strawberry_field.is_basic_field and strawberry_field.default_resolver is getattr and not field.args
    return strawberry_field.python_name if is_plain else None


def attribute_reader(name: str) -> Read:
    def read(source: object, _run: Run) -> object:
        return getattr(source, name)

    return read


def resolver_reader(place: Place, number: int) -> Read:
    """Without arguments and extensions nothing is between the resolver and us; else it is called as graphql-core does it."""
    field = place.strawberry_field
    is_bare = type(field) is StrawberryField and not field.extensions and not field.arguments
    return _bare(field, number) if is_bare else _wrapped(place, number)


def _bare(field: StrawberryField, number: int) -> Read:
    resolver = field.base_resolver
    if resolver is None:
        raise NotCompiled("a field without a resolver")
    call = cast("Callable[..., object]", resolver)
    takes_self = resolver.self_parameter is not None
    told_as = resolver.info_parameter.name if resolver.info_parameter else None
    sources = [one.name for one in (resolver.parent_parameter, resolver.root_parameter) if one is not None]

    def read(source: object, run: Run) -> object:
        named = dict.fromkeys(sources, source)
        if told_as is not None:
            named[told_as] = run[number].strawberry_info
        return call(source, **named) if takes_self else call(**named)

    return read


def _wrapped(place: Place, number: int) -> Read:
    resolve = place.field.resolve
    if resolve is None:
        raise NotCompiled("a field without a resolver")

    def read(source: object, run: Run) -> object:
        told = run[number]
        return resolve(source, told.info, **told.arguments)

    return read
