"""Trusted documents: a server that executes what is on a list, and nothing else. The build of each app writes its part of it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

import msgspec
from graphql import GraphQLError

from web.documents import DocumentRefused, Documents
from web.graphql_request import GraphQLRequest
from web.persisted import UnknownDocument


class TrustedDocumentsUnusable(Exception):
    """The list is none, or has a document that this schema does not allow. The text says so in one line."""


class TrustedDocuments:
    """The documents of a list, by their ids. All of them are valid."""

    def __init__(self, path: Path, documents: Documents) -> None:
        """Raises TrustedDocumentsUnusable."""
        self._texts = _read(path)
        self._allowed = frozenset(self._texts.values())
        for name, text in self._texts.items():
            try:
                documents.checked(text, {})
            except DocumentRefused as refused:
                if not refused.is_too_complex:  # that depends on variables, and is found out with them
                    fault = f"TRUSTED_DOCUMENTS: {name} in {path} cannot be executed. {refused.errors[0].message}"
                    raise TrustedDocumentsUnusable(fault) from None

    def written_out(self, asked: GraphQLRequest) -> GraphQLRequest:
        """The request with its document. Raises DocumentRefused where that is not on the list."""
        if asked.query in self._allowed:
            return asked
        if asked.query:
            message = "This server executes the documents of its list alone, and this is none of them."
            raise DocumentRefused([GraphQLError(message, extensions={"code": "FORBIDDEN"})])
        text = self._texts.get(asked.sha256 or "")
        if text is None:
            raise UnknownDocument
        return replace(asked, query=text)


class _Operation(msgspec.Struct):
    id: str
    body: str


class _Manifest(msgspec.Struct):
    """As Apollo's tools write it."""

    format: Literal["apollo-persisted-query-manifest"]
    operations: list[_Operation]


def _read(path: Path) -> Mapping[str, str]:
    try:
        found = _texts_in(path.read_bytes())
    except OSError as problem:
        raise TrustedDocumentsUnusable(f"TRUSTED_DOCUMENTS: {path} cannot be read: {problem.strerror}.") from None
    except msgspec.DecodeError:
        found = {}
    if not found:
        forms = "Apollo's persisted query manifest, or an object of hashes and documents"
        raise TrustedDocumentsUnusable(f"TRUSTED_DOCUMENTS: {path} must be {forms}.")
    return found


def _texts_in(written: bytes) -> dict[str, str]:
    try:
        return {one.id: one.body for one in msgspec.json.decode(written, type=_Manifest).operations}
    except msgspec.ValidationError:
        return msgspec.json.decode(written, type=dict[str, str])  # as Relay's compiler writes it
