"""What a document may cost, found out before it is validated or run: one pass, linear in its length.

Fragments multiply: a document of 600 bytes can mean a million fields. So each fragment is measured once, whatever the number of its
spreads, and the measures are added up. Validation itself is not linear (fields under one name are compared pair by pair), which
is why repeated names are bounded too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    is_list_type,
)
from graphql.type import GraphQLNonNull

MOST_TOKENS = 3000
MOST_CHARACTERS = 32_768
MOST_DEFINITIONS = 100
MOST_NESTED = 64
"""How far selection sets and spreads may nest, fields or not: the pass itself recurses."""
DEEPEST = 16
"""Levels of fields; GraphiQL's introspection needs fourteen."""
MOST_ALIASES = 50
MOST_ROOT_FIELDS = 20
MOST_FIELDS = 1000
"""Fields of one operation with its fragments written out."""
MOST_REPEATS = 8_000
"""For each definition: the squares of how often each name comes at each level, and of how many fragments it spreads."""
HIGHEST_COST = 20_000
LARGEST_PAGE = 100
USUAL_PAGE = 20
USUAL_LIST = 3
"""What a list counts for whose length is not in the document: a plan's weeks, a day's activities."""

Variables = Mapping[str, object]


def too_complex(message: str) -> GraphQLError:
    """The refusal of a document that asks for too much."""
    return GraphQLError(message, extensions={"code": "TOO_COMPLEX"})


@dataclass
class Measure:
    """What a selection set amounts to, with its fragments written out."""

    depth: int = 0
    aliases: int = 0
    root_fields: int = 0
    cost: int = 0
    names: Counter[tuple[int, str]] = field(default_factory=Counter)
    """How often each name comes at each level, the top being 0."""
    fragments: set[str] = field(default_factory=set)

    def add(self, other: "Measure") -> None:
        """Take in what stands side by side with this: the fields of a fragment."""
        self.depth = max(self.depth, other.depth)
        self.root_fields += other.root_fields
        self.aliases += other.aliases
        self.cost += other.cost
        self.names.update(other.names)
        self.fragments |= other.fragments

    def add_field(self, node: FieldNode, below: "Measure", *, times: int) -> None:
        """Take in a field, and what is selected below it as many times as its list is long."""
        self.depth = max(self.depth, below.depth + 1)
        self.root_fields += 1
        self.aliases += below.aliases + (node.alias is not None)
        self.cost += 1 + times * below.cost
        self.names[0, (node.alias or node.name).value] += 1
        for (level, name), count in below.names.items():
            self.names[level + 1, name] += count
        self.fragments |= below.fragments

    @property
    def repeats(self) -> int:
        """In how many pairs validation may compare what is here."""
        return sum(count * count for count in self.names.values()) + len(self.fragments) ** 2

    def check(self) -> None:
        """Raises the refusal where any of it is too much."""
        for amount, most, what in (
            (self.aliases, MOST_ALIASES, "aliases"),
            (self.root_fields, MOST_ROOT_FIELDS, "fields at the top"),
            (self.names.total(), MOST_FIELDS, "fields"),
            (self.cost, HIGHEST_COST, "points of cost"),
        ):
            if amount > most:
                raise too_complex(f"This document asks for too much: more than {most} {what}.")


class Meter:
    """Measures one document against a schema, with the values that its variables have in this request."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, variables: Variables) -> None:
        self._schema = schema
        self._document = document
        self._variables = variables
        self._fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._measured: dict[str, Measure] = {}
        self.depends_on_variables = False
        """Whether other variables could lead to another verdict."""

    def check(self) -> None:
        """Raises a GraphQLError with code TOO_COMPLEX where the document asks for too much."""
        if len(self._document.definitions) > MOST_DEFINITIONS:
            raise too_complex(f"This document has more than {MOST_DEFINITIONS} definitions.")
        if sum(measure.repeats for measure in self._measures()) > MOST_REPEATS:
            raise too_complex("This document asks for the same fields too often.")

    def _measures(self) -> Iterator[Measure]:
        """Of every definition, and each operation's is checked."""
        for definition in self._document.definitions:
            if isinstance(definition, OperationDefinitionNode):
                root = self._schema.get_root_type(definition.operation)
                measure = self._of(definition.selection_set, root, 0)
                measure.check()
                yield measure
            elif isinstance(definition, FragmentDefinitionNode):
                yield self._of_fragment(definition.name.value, 0)

    def _of(self, selections: SelectionSetNode | None, parent: GraphQLNamedType | None, nested: int) -> Measure:
        measure = Measure()
        if selections is None:
            return measure
        if nested > MOST_NESTED:
            raise too_complex("This document nests too deeply.")
        for selection in selections.selections:
            if isinstance(selection, FieldNode):
                definition = _field_of(parent, selection.name.value)
                result = get_named_type(definition.type) if definition else None
                below = self._of(selection.selection_set, result, nested + 1)
                measure.add_field(selection, below, times=self._times(selection, definition, parent))
            elif isinstance(selection, InlineFragmentNode):
                condition = selection.type_condition
                inside = self._schema.get_type(condition.name.value) if condition else parent
                measure.add(self._of(selection.selection_set, inside, nested + 1))
            elif isinstance(selection, FragmentSpreadNode):
                measure.add(self._of_fragment(selection.name.value, nested + 1))
                measure.fragments.add(selection.name.value)
        if measure.depth > DEEPEST:
            raise too_complex(f"This document asks for too much: more than {DEEPEST} levels of fields.")
        return measure

    def _of_fragment(self, name: str, nested: int) -> Measure:
        measured = self._measured.get(name)
        definition = self._fragments.get(name)
        if measured is not None or definition is None:
            return measured or Measure()
        self._measured[name] = Measure()  # so that a fragment inside itself ends; validation refuses it
        condition = self._schema.get_type(definition.type_condition.name.value)
        measured = self._of(definition.selection_set, condition, nested)
        self._measured[name] = measured
        return measured

    def _times(self, node: FieldNode, definition: GraphQLField | None, parent: GraphQLNamedType | None) -> int:
        """How often what is below the field may come."""
        if definition is None or node.selection_set is None:
            return 1
        arguments = {argument.name.value: argument.value for argument in node.arguments or ()}
        if "first" in definition.args:
            return self._page(arguments.get("first"))
        if "ids" in definition.args:
            return self._length(arguments.get("ids"))
        is_page = parent is not None and parent.name.endswith("Connection")  # whose length was counted one level up
        return USUAL_LIST if not is_page and _is_list(definition) else 1

    def _page(self, value: ValueNode | None) -> int:
        asked = self._value(value)
        if isinstance(value, IntValueNode):
            asked = int(value.value) if len(value.value) < 10 else LARGEST_PAGE
        if not isinstance(asked, int):
            return USUAL_PAGE
        return max(1, min(asked, LARGEST_PAGE))  # anything beyond is refused where it is read

    def _length(self, value: ValueNode | None) -> int:
        asked = value.values if isinstance(value, ListValueNode) else self._value(value)
        return min(len(asked), LARGEST_PAGE) if isinstance(asked, list | tuple) else 1

    def _value(self, value: ValueNode | None) -> object:
        if not isinstance(value, VariableNode):
            return None
        self.depends_on_variables = True
        return self._variables.get(value.name.value, LARGEST_PAGE)  # its default may be anything


def _field_of(parent: GraphQLNamedType | None, name: str) -> GraphQLField | None:
    return parent.fields.get(name) if isinstance(parent, GraphQLObjectType | GraphQLInterfaceType) else None


def _is_list(definition: GraphQLField) -> bool:
    kind = definition.type
    return is_list_type(kind.of_type if isinstance(kind, GraphQLNonNull) else kind)
