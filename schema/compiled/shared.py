"""Whether an answer must be waited for, and whether others have it too by then."""

from collections.abc import Mapping
from enum import IntEnum

from strawberry.types.field import StrawberryField

SHARED: Mapping[str, bool] = {"shared": True}
"""The `metadata` of a field whose resolver asks one question for all objects of a list, such as by `Context.once`."""


class Wait(IntEnum):
    """What a value takes; of several the highest counts."""

    NONE = 0
    FOR_ALL = 1
    """It must be waited for, and then those of the other items of its list need not be."""
    FOR_ITSELF = 2


def wait_for(field: StrawberryField) -> Wait:
    if not field.is_async:
        return Wait.NONE
    return Wait.FOR_ALL if field.metadata.get("shared") is True else Wait.FOR_ITSELF
