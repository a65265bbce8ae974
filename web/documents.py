"""Documents, from text to something that can be executed: parsed, bounded, validated; and kept, since apps send the same ones."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    get_operation_ast,
    parse,
    specified_rules,
    validate,
)
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from schema.compiled.documents import CompiledDocument
from web.limits import MOST_CHARACTERS, MOST_TOKENS, Meter, Variables, too_complex
from web.variables import check_variables

MOST_KEPT_CHARACTERS = 262_144
"""Parsed documents take some 65 bytes for each character of their text; compiled operations count as characters too."""
MOST_ERRORS = 20
_RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)


class DocumentRefused(Exception):
    """A document that is not executed, with the errors that say why."""

    def __init__(self, errors: list[GraphQLError], *, is_too_complex: bool = False) -> None:
        self.errors = errors
        self.is_too_complex = is_too_complex
        super().__init__("refused")


@dataclass
class Kept:
    """A document that was found valid. Its weight grows as its operations are compiled."""

    document: CompiledDocument
    depends_on_variables: bool
    weight: int = 0


class Documents:
    """The documents that may be executed against one schema."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._weight = 0

    def checked(self, text: str, variables: Variables) -> CompiledDocument:
        """The document, which is valid and not too complex with these variables. Raises DocumentRefused."""
        with _refusing():
            check_variables(variables)
        kept = self._kept.get(text)
        if kept is None:
            kept = self._validated(text, variables)
        elif kept.depends_on_variables:
            self._measure(kept.document.node, variables)
        self._keep(text, kept)
        return kept.document

    def _validated(self, text: str, variables: Variables) -> Kept:
        node = _parsed(text)
        depends_on_variables = self._measure(node, variables)
        errors = validate(self._schema, node, _RULES, max_errors=MOST_ERRORS, hide_suggestions=True)
        if errors:
            raise DocumentRefused(errors)
        return Kept(CompiledDocument(self._schema, text, node), depends_on_variables)

    def _measure(self, document: DocumentNode, variables: Variables) -> bool:
        meter = Meter(self._schema, document, variables)
        with _refusing():
            meter.check()
        return meter.depends_on_variables

    def _keep(self, text: str, kept: Kept) -> None:
        """As the newest; the oldest go where there is no room."""
        self._kept[text] = kept
        self._kept.move_to_end(text)
        self._weight += kept.document.weight - kept.weight
        kept.weight = kept.document.weight
        while self._weight > MOST_KEPT_CHARACTERS:
            _text, oldest = self._kept.popitem(last=False)
            self._weight -= oldest.weight


def operation_in(document: DocumentNode, name: str | None, *, may_follow: bool = False) -> OperationDefinitionNode:
    """The operation that is asked for: a query, a mutation or, where it `may_follow`, a subscription. Raises DocumentRefused."""
    operation = get_operation_ast(document, name)
    if operation is None:
        reason = "there is more than one" if name is None else "there is none with this name"
        raise DocumentRefused([GraphQLError(f"Say by `operationName` which operation to execute: {reason}.")])
    if operation.operation is OperationType.SUBSCRIPTION and not may_follow:
        raise DocumentRefused([GraphQLError("Subscriptions go over a WebSocket, or with `Accept: text/event-stream`.")])
    return operation


@contextmanager
def _refusing() -> Iterator[None]:
    """What is found to be too complex inside is refused."""
    try:
        yield
    except GraphQLError as error:
        raise DocumentRefused([error], is_too_complex=True) from None


def _parsed(text: str) -> DocumentNode:
    if len(text) > MOST_CHARACTERS:
        refusal = too_complex(f"This document has more than {MOST_CHARACTERS} characters.")
        raise DocumentRefused([refusal], is_too_complex=True)
    try:
        return parse(text, max_tokens=MOST_TOKENS)
    except GraphQLSyntaxError as error:
        if error.description.startswith("Document contains more than"):  # graphql-core tells it by nothing else
            refusal = too_complex(f"This document has more than {MOST_TOKENS} tokens.")
            raise DocumentRefused([refusal], is_too_complex=True) from None
        raise DocumentRefused([error]) from None
    except GraphQLError as error:  # nests too deeply for the parser
        raise DocumentRefused([error]) from None
