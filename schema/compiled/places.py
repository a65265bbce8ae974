"""Where the fields of an operation stand, and what their resolvers are told there: found out once for each execution."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphql import GraphQLField, GraphQLObjectType, GraphQLResolveInfo
from graphql.execution import Executor
from graphql.execution.collect_fields import FieldDetails
from graphql.execution.values import get_argument_values
from graphql.pyutils import Path
from strawberry.types.field import StrawberryField
from strawberry.types.info import Info

NOWHERE = Path(None, "", None)
STRAWBERRY_FIELD = "strawberry-definition"
"""Under which name Strawberry leaves its own field in the extensions of graphql-core's."""


class NotCompiled(Exception):
    """Something that graphql-core must see to: what is not covered here, and whatever is out of the ordinary."""


class Pathless(GraphQLResolveInfo[object]):
    """What graphql-core tells a resolver, but for the path: all items of a list are told the same, and their paths differ."""

    __slots__ = ()

    @property
    def path(self) -> Path:
        raise NotCompiled("a resolver asks for its path")


@dataclass(frozen=True, slots=True)
class Told:
    """What the resolver of one place is told in one execution."""

    info: GraphQLResolveInfo[object]
    strawberry_info: Info[object, None]
    arguments: Mapping[str, object]


Run = Sequence[Told]
"""One execution: what is told at each place."""


@dataclass(frozen=True, eq=False)
class Place:
    """A field of an operation, with all nodes of the document that ask for it there."""

    field: GraphQLField
    parent: GraphQLObjectType
    details: Sequence[FieldDetails]

    @property
    def strawberry_field(self) -> StrawberryField:
        """Raises NotCompiled for a field that Strawberry did not make."""
        field = self.field.extensions.get(STRAWBERRY_FIELD)
        if not isinstance(field, StrawberryField):
            raise NotCompiled(f"{self.parent.name} has a field of another make")
        return field

    def told(self, executor: Executor[object]) -> Told:
        """The same as graphql-core would tell, but for the path. Raises its errors where an argument is wrong."""
        nodes = [one.node for one in self.details]
        info = Pathless(*executor.build_resolve_info(self.field, nodes, self.parent, NOWHERE))
        arguments = get_argument_values(self.field, nodes[0], executor.variable_values) if self.field.args else {}
        return Told(info, Info(_raw_info=info, _field=self.strawberry_field), arguments)


class Places:
    """Those places of an operation at which something must be told, numbered."""

    def __init__(self) -> None:
        self._numbers: dict[Place, int] = {}

    def number(self, place: Place) -> int:
        """Where in a run it is found what is told there."""
        return self._numbers.setdefault(place, len(self._numbers))

    def run(self, executor: Executor[object]) -> Run:
        return [place.told(executor) for place in self._numbers]
