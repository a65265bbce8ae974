"""Column types that keep the database's words and the domain's apart: ids, and structs stored as JSON."""

import uuid
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Dialect
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, Uuid

T = TypeVar("T")


class Identifier(TypeDecorator[str]):
    """An id that is `plan_0192…` in Python and a uuid in the database."""

    impl = Uuid
    cache_ok = True

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__()

    def process_bind_param(self, value: str | None, dialect: Dialect) -> uuid.UUID | None:
        return None if value is None else uuid.UUID(hex=value.removeprefix(f"{self.kind}_"))

    def process_result_value(self, value: uuid.UUID | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{self.kind}_{value.hex}"


class StructJson(TypeDecorator[T], Generic[T]):
    """A msgspec struct, or anything msgspec can decode, stored as jsonb.

    The engine passes JSON through as text, so that a plan is parsed once and straight into its structs.
    """

    impl = JSONB(none_as_null=True)
    cache_ok = True

    def __init__(self, kind: Any) -> None:  # any type expression that msgspec decodes, such as tuple[PlanChange, ...]
        self.kind = kind
        self._decoder = msgspec.json.Decoder(kind)
        super().__init__()

    @property
    def python_type(self) -> type:
        return object

    def process_bind_param(self, value: T | None, dialect: Dialect) -> Any:  # the dialect's JSON takes text here
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> T | None:
        return None if value is None else self._decoder.decode(value)
