"""Automatic persisted queries: a client sends a document once, and from then on its SHA-256, as Apollo's clients and urql do."""

from collections import OrderedDict
from dataclasses import replace
from hashlib import sha256
from typing import Protocol

from graphql import GraphQLError

from web.documents import MOST_KEPT_CHARACTERS, DocumentRefused, Documents
from web.graphql_request import GraphQLRequest

NOT_FOUND = "PersistedQueryNotFound"
"""By this message, and not by the code, the clients know that they are to send the document along."""


class UnknownDocument(DocumentRefused):
    """Nobody has sent the document with this hash, or it was forgotten."""

    def __init__(self) -> None:
        super().__init__([GraphQLError(NOT_FOUND, extensions={"code": "PERSISTED_QUERY_NOT_FOUND"})])


class NamedDocuments(Protocol):
    """Where documents are found that are named by a hash."""

    def written_out(self, asked: GraphQLRequest) -> GraphQLRequest:
        """The request with its document. Raises DocumentRefused where it may not be executed or is not known."""
        ...


class PersistedDocuments:
    """What this process remembers by its hash. All of it was valid when it came."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._characters = 0

    def written_out(self, asked: GraphQLRequest) -> GraphQLRequest:
        """The request with its document, which is remembered where a hash came along. Raises DocumentRefused."""
        if asked.sha256 is None:
            return asked
        if asked.query:
            self._remember(asked.sha256, asked)
            return asked
        text = self._texts.get(asked.sha256)
        if text is None:
            raise UnknownDocument
        self._texts.move_to_end(asked.sha256)
        return replace(asked, query=text)

    def _remember(self, digest: str, asked: GraphQLRequest) -> None:
        if self._texts.get(digest) == asked.query:
            self._texts.move_to_end(digest)
            return
        if sha256(asked.query.encode()).hexdigest() != digest:
            raise DocumentRefused([GraphQLError("`sha256Hash` is not the SHA-256 of `query`.")])
        self._documents.checked(asked.query, asked.variables)
        self._texts[digest] = asked.query
        self._characters += len(asked.query)
        while self._characters > MOST_KEPT_CHARACTERS:
            _digest, oldest = self._texts.popitem(last=False)
            self._characters -= len(oldest)
