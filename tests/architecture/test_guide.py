"""The guide for who builds an app: its documents are valid, and there is nothing to send that it does not show."""

import re
from pathlib import Path

from graphql import DocumentNode, FieldNode, OperationDefinitionNode, parse, validate

from schema import schema

GUIDE = (Path(__file__).parents[2] / "docs/building-an-app.md").read_text(encoding="utf-8")
CORE = schema.core


def documents() -> list[DocumentNode]:
    return [parse(text) for text in re.findall(r"```graphql\n(.*?)```", GUIDE, re.DOTALL)]


def test_every_document_of_the_guide_is_valid() -> None:
    assert [error.message for document in documents() for error in validate(CORE, document)] == []


def test_the_guide_shows_every_mutation_and_every_subscription() -> None:
    shown = {
        field.name.value
        for document in documents()
        for operation in document.definitions
        if isinstance(operation, OperationDefinitionNode)
        for field in operation.selection_set.selections
        if isinstance(field, FieldNode)
    }
    assert CORE.mutation_type is not None
    assert CORE.subscription_type is not None
    assert {*CORE.mutation_type.fields, *CORE.subscription_type.fields} <= shown
    assert {f"`{stage}`" for stage in CORE.type_map["OnboardingStage"].values} <= set(re.findall(r"`\w+`", GUIDE))  # type: ignore[attr-defined]  # an enum
