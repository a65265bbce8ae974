"""A document that was found valid, with its queries as they are compiled: each when it is first asked for."""

from collections.abc import Mapping
from functools import cached_property
from typing import cast

from graphql import (
    DirectiveNode,
    DocumentNode,
    GraphQLError,
    GraphQLIncludeDirective,
    GraphQLSchema,
    GraphQLSkipDirective,
    OperationType,
    VariableNode,
    Visitor,
    get_operation_ast,
    visit,
)
from graphql.execution import Executor

from schema.compiled.compiler import Compiler

Data = dict[str, object]
MOST_VARIANTS = 8
"""Of one document: each of its operations, for each set of values of the variables that decide what is skipped."""

WEIGHT_OF_FIELD = 25
"""A compiled field takes some 1,600 bytes, a character of text that is parsed 65."""


class CompiledOperation:
    """One query, without the fields that are skipped."""

    def __init__(self, executor: Executor[object]) -> None:
        compiler = Compiler(executor)
        self._root = compiler.root()
        self._places = compiler.places
        self.field_count = compiler.field_count

    async def data(self, executor: Executor[object]) -> Data:
        """Raises whatever comes up: any exception of a resolver, and NotCompiled for what is out of the ordinary."""
        run, root = self._places.run(executor), self._root
        return cast("Data", await root.waiting(None, run) if root.wait else root.complete(None, run))


class CompiledDocument:
    """The queries of one document. What is not compiled, or did not go well, is for graphql-core to execute from the start."""

    def __init__(self, schema: GraphQLSchema, text: str, node: DocumentNode) -> None:
        self.text = text
        self.node = node
        self._schema = schema
        self._variants: dict[tuple[object, ...], CompiledOperation | None] = {}

    @property
    def weight(self) -> int:
        """How much room it takes, in characters of text that is parsed."""
        fields = sum(compiled.field_count for compiled in self._variants.values() if compiled is not None)
        return len(self.text) + WEIGHT_OF_FIELD * fields

    async def data(self, operation_name: str | None, variables: Mapping[str, object], context: object) -> Data | None:
        """What the query answers; None where graphql-core has to say. Nothing but a query is run, as it may be run twice."""
        operation = get_operation_ast(self.node, operation_name)
        if operation is None or operation.operation is not OperationType.QUERY:
            return None
        try:
            executor: Executor[object] | list[GraphQLError] = Executor.build(
                self._schema,
                self.node,
                context_value=context,
                raw_variable_values=dict(variables),
                operation_name=operation_name,
                hide_suggestions=True,
            )
            if isinstance(executor, list):
                return None
            compiled = self._compiled(operation_name, executor)
            return None if compiled is None else await compiled.data(executor)
        except Exception:  # noqa: BLE001 - whatever came up: graphql-core comes to it too, and tells it properly
            return None

    def _compiled(self, operation_name: str | None, executor: Executor[object]) -> CompiledOperation | None:
        """None where it was found out before that it cannot be compiled; the first time that is raised."""
        if self._deciding is None:
            return None
        values = executor.variable_values.coerced
        variant = (operation_name, *(values.get(name) for name in self._deciding))
        if variant not in self._variants and len(self._variants) < MOST_VARIANTS:
            self._variants[variant] = None
            self._variants[variant] = CompiledOperation(executor)
        return self._variants.get(variant)

    @cached_property
    def _deciding(self) -> tuple[str, ...] | None:
        """The variables that decide what is skipped and included; None where there are other directives."""
        deciding = Deciding()
        visit(self.node, deciding)
        return None if deciding.has_others else tuple(sorted(deciding.names))


class Deciding(Visitor):
    """Collects the variables that `@skip` and `@include` look at."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.has_others = False

    def enter_directive(self, node: DirectiveNode, *_: object) -> None:
        if node.name.value not in (GraphQLSkipDirective.name, GraphQLIncludeDirective.name):
            self.has_others = True
        values = (argument.value for argument in node.arguments or ())
        self.names.update(value.name.value for value in values if isinstance(value, VariableNode))
