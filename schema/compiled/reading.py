"""How the value of a field is had: an attribute is read, a resolver is called with what graphql-core would tell it."""

from collections.abc import Callable

from graphql import GraphQLField
from strawberry.types.field import StrawberryField
from strawberry.types.fields.resolver import StrawberryResolver

from schema.compiled.places import NotCompiled, Place, Run

Read = Callable[[object, Run], object]


def attribute_of(field: GraphQLField, strawberry_field: StrawberryField) -> str | None:
    """The attribute that a field reads, where it does nothing else."""
    name = strawberry_field.python_name
    is_plain = strawberry_field.is_basic_field and strawberry_field.default_resolver is getattr and not field.args
    return name if is_plain and name.isidentifier() else None


def attribute_reader(name: str) -> Read:
    def read(source: object, _run: Run) -> object:
        return getattr(source, name)

    return read


def resolver_reader(place: Place, number: int) -> Read:
    """Without arguments and extensions nothing is between the resolver and us; else it is called as graphql-core does it."""
    field = place.strawberry_field
    resolver = field.base_resolver
    if (
        resolver is not None
        and type(field) is StrawberryField
        and not field.extensions
        and callable(resolver.wrapped_func)
    ):
        match _parameters(resolver):
            case ["source", "info"]:
                return _told(resolver.wrapped_func, number)
            case ["source"]:
                return _untold(resolver.wrapped_func)
    return _wrapped(place, number)


def _parameters(resolver: StrawberryResolver[object]) -> list[str]:
    """What the resolver takes, in order: the source, the info, and whatever else by its name."""
    info = resolver.info_parameter
    sources = (resolver.self_parameter, resolver.parent_parameter, resolver.root_parameter)
    special = {one.name: "source" for one in sources if one is not None} | ({info.name: "info"} if info else {})
    return [
        special.get(name, name) if parameter.kind is parameter.POSITIONAL_OR_KEYWORD else name
        for name, parameter in resolver.signature.parameters.items()
    ]


def _told(resolve: Callable[..., object], number: int) -> Read:
    return lambda source, run: resolve(source, run[number].strawberry_info)


def _untold(resolve: Callable[..., object]) -> Read:
    return lambda source, _run: resolve(source)


def _wrapped(place: Place, number: int) -> Read:
    resolve = place.field.resolve
    if resolve is None:
        raise NotCompiled("a field without a resolver")

    def read(source: object, run: Run) -> object:
        told = run[number]
        return resolve(source, told.info, **told.arguments)

    return read
