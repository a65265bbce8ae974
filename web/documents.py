"""Documents, from text to something that can be executed: parsed, bounded, validated; and kept, since apps send the same ones."""

from collections import OrderedDict

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

from web.limits import MOST_CHARACTERS, MOST_TOKENS, Meter, Variables, too_complex

MOST_KEPT_CHARACTERS = 262_144
"""Parsed documents take some 65 bytes for each character of their text."""
MOST_ERRORS = 20
_RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)


class DocumentRefused(Exception):
    """A document that is not executed, with the errors that say why."""

    def __init__(self, errors: list[GraphQLError], *, is_too_complex: bool = False) -> None:
        self.errors = errors
        self.is_too_complex = is_too_complex
        super().__init__("refused")


class Documents:
    """The documents that may be executed against one schema."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._kept: OrderedDict[str, tuple[DocumentNode, bool]] = OrderedDict()
        self._kept_characters = 0

    def checked(self, text: str, variables: Variables) -> DocumentNode:
        """The document, which is valid and not too complex with these variables. Raises DocumentRefused."""
        kept = self._kept.get(text)
        if kept is not None:
            self._kept.move_to_end(text)
            document, depends_on_variables = kept
            if depends_on_variables:
                self._measure(document, variables)
            return document
        document = _parsed(text)
        depends_on_variables = self._measure(document, variables)
        errors = validate(self._schema, document, _RULES, max_errors=MOST_ERRORS, hide_suggestions=True)
        if errors:
            raise DocumentRefused(errors)
        self._keep(text, document, depends_on_variables)
        return document

    def _measure(self, document: DocumentNode, variables: Variables) -> bool:
        meter = Meter(self._schema, document, variables)
        try:
            meter.check()
        except GraphQLError as error:
            raise DocumentRefused([error], is_too_complex=True) from None
        return meter.depends_on_variables

    def _keep(self, text: str, document: DocumentNode, depends_on_variables: bool) -> None:
        self._kept[text] = document, depends_on_variables
        self._kept_characters += len(text)
        while self._kept_characters > MOST_KEPT_CHARACTERS:
            oldest, _document = self._kept.popitem(last=False)
            self._kept_characters -= len(oldest)


def operation_in(document: DocumentNode, name: str | None, *, may_follow: bool = False) -> OperationDefinitionNode:
    """The operation that is asked for: a query, a mutation or, where it `may_follow`, a subscription. Raises DocumentRefused."""
    operation = get_operation_ast(document, name)
    if operation is None:
        reason = "there is more than one" if name is None else "there is none with this name"
        raise DocumentRefused([GraphQLError(f"Say by `operationName` which operation to execute: {reason}.")])
    if operation.operation is OperationType.SUBSCRIPTION and not may_follow:
        raise DocumentRefused([GraphQLError("Subscriptions go over a WebSocket, or with `Accept: text/event-stream`.")])
    return operation


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
