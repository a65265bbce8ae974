"""Lets a document that was parsed and validated before be executed as it is, so that nothing is done twice."""

from collections.abc import Iterator

from graphql import DocumentNode
from strawberry.extensions import SchemaExtension

DOCUMENT_KEY = "document"
"""Where `Schema.execute` is given the document, in its `operation_extensions`."""


class PreparedDocument(SchemaExtension):
    """Executes the document that was passed along with the operation; without one, Strawberry parses and validates as usual."""

    def on_parse(self) -> Iterator[None]:
        document = (self.execution_context.operation_extensions or {}).get(DOCUMENT_KEY)
        if isinstance(document, DocumentNode):
            self.execution_context.graphql_document = document
            self.execution_context.validation_rules = ()
        yield
