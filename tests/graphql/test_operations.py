"""The app's own operations."""

import pytest
from graphql import parse, validate

from schema import schema
from tests.graphql import operations


@pytest.mark.parametrize("name", operations.names())
def test_an_operation_of_the_app_is_valid(name: str) -> None:
    assert validate(schema.core, parse(operations.document(name))) == []
