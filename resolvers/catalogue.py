"""Exercises, from the catalogue in memory."""

from collections.abc import Iterable, Sequence

from domain.errors import BadUserInput, NotFound
from domain.exercise import Exercise
from domain.ids import ExerciseId, read_id
from domain.pages import Edge, Page, check_first, decode_cursor, encode_cursor
from resolvers import athletes
from resolvers.context import Context
from services.planning.catalogue import ExerciseFilter, matches
from services.planning.replacements import replacements

MAXIMUM_ALTERNATIVES = 20
LONGEST_SEARCH = 200
"""Characters that are searched for; no exercise has a longer name."""


def exercise_of(context: Context, exercise_id: ExerciseId) -> Exercise:
    """The exercise that a stored thing names."""
    return context.services.catalogue[exercise_id]


def exercise(context: Context, *, exercise_id: str) -> Exercise | None:
    _ = context.signed_in
    try:
        return context.services.catalogue.get(ExerciseId(read_id("exercise", exercise_id)))
    except NotFound:
        return None


async def alternatives(context: Context, exercise: Exercise, *, first: int) -> list[Exercise]:
    """What can take an exercise's place; before a profile is saved, and for a service, whatever fits in general."""
    check_first(first)
    basis = None if context.signed_in.is_service else await athletes.basis(context)
    return replacements(context.services.catalogue, exercise, basis, limit=min(first, MAXIMUM_ALTERNATIVES))


def exercises(
    context: Context, *, search: str | None, wanted: ExerciseFilter, first: int, after: str | None
) -> Page[Exercise]:
    """A page of the catalogue. The catalogue does not change while it is served, so a cursor is the last exercise's id."""
    _ = context.signed_in
    check_first(first)
    found = [match for match in _named(context, search) if matches(match, wanted)]
    start = _place_after(found, after) if after is not None else 0
    edges = tuple(Edge(encode_cursor(match.id), match) for match in found[start : start + first])
    return Page(edges=edges, has_next_page=len(found) > start + first, has_previous_page=after is not None)


def _named(context: Context, search: str | None) -> Iterable[Exercise]:
    """Best match first with words to search for, by name without."""
    if search is None or not search.strip():
        return context.services.catalogue
    return context.services.exercises.search(search[:LONGEST_SEARCH], limit=len(context.services.catalogue))


def _place_after(found: Sequence[Exercise], cursor: str) -> int:
    (last,) = decode_cursor(cursor, 1)
    place = next((index for index, match in enumerate(found) if match.id == last), None)
    if place is None:
        raise BadUserInput("`after` is not a cursor of this list.")
    return place + 1
