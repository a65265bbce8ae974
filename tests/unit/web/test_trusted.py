"""Trusted documents: what is on the list is executed, and nothing else; a list that cannot be used is said to be so."""

from pathlib import Path

import orjson
import pytest
from graphql import build_schema

from web.documents import DocumentRefused, Documents
from web.graphql_request import GraphQLRequest
from web.persisted import UnknownDocument
from web.trusted import TrustedDocuments, TrustedDocumentsUnusable

SCHEMA = build_schema("type Query { name: String, items(first: Int = 20): [Query!]! }")
NAME, COSTLY = (
    "query Name { name }",
    "query C($n: Int) { items(first: $n) { items(first: $n) { items(first: $n) { name } } } }",
)
IDS = {"a" * 64: NAME, "b" * 64: COSTLY}
APOLLOS = {
    "format": "apollo-persisted-query-manifest",
    "version": 1,
    "operations": [{"id": name, "body": body, "name": "N", "type": "query"} for name, body in IDS.items()],
}


def trusted(folder: Path, written: object) -> TrustedDocuments:
    path = folder / "documents.json"
    path.write_bytes(written if isinstance(written, bytes) else orjson.dumps(written))
    return TrustedDocuments(path, Documents(SCHEMA))


@pytest.mark.parametrize("written", [APOLLOS, IDS], ids=["Apollo's", "Relay's"])
def test_what_is_on_the_list_is_found_by_its_hash_and_may_be_written_out(tmp_path: Path, written: object) -> None:
    documents = trusted(tmp_path, written)

    assert documents.written_out(GraphQLRequest("", {"n": 1}, sha256="b" * 64)) == GraphQLRequest(
        COSTLY, {"n": 1}, sha256="b" * 64
    )
    assert documents.written_out(GraphQLRequest(NAME)).query == NAME


@pytest.mark.parametrize("text", ["{ name }", NAME + " ", "{ __schema { types { name } } }", "not even a document"])
def test_another_document_is_forbidden_even_if_a_hash_comes_along(tmp_path: Path, text: str) -> None:
    documents = trusted(tmp_path, IDS)
    for digest in (None, "a" * 64):
        with pytest.raises(DocumentRefused) as refused:
            documents.written_out(GraphQLRequest(text, sha256=digest))
        assert [error.extensions for error in refused.value.errors] == [{"code": "FORBIDDEN"}]


def test_another_hash_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(UnknownDocument):
        trusted(tmp_path, IDS).written_out(GraphQLRequest("", sha256="c" * 64))


@pytest.mark.parametrize(
    "written",
    [b"", b"[]", b"{", b"{}", b"null", {"a": 1}, {"a": ["{ name }"]}, {**APOLLOS, "operations": [{"id": "a"}]}],
    ids=str,
)
def test_a_list_that_is_none_is_not_served(tmp_path: Path, written: object) -> None:
    with pytest.raises(TrustedDocumentsUnusable, match="must be Apollo's persisted query manifest"):
        trusted(tmp_path, written)


def test_a_list_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(TrustedDocumentsUnusable, match="cannot be read: No such file or directory"):
        TrustedDocuments(tmp_path / "documents.json", Documents(SCHEMA))


def test_a_list_with_a_document_that_the_schema_does_not_allow_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(
        TrustedDocumentsUnusable, match=r"c{64} in .*documents.json cannot be executed\. Cannot query field 'x'"
    ):
        trusted(tmp_path, {**IDS, "c" * 64: "{ x }"})
