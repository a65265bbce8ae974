"""Profile, questions, answers and clearances: everything on an athlete in one statement, and what changes it."""

import datetime
from collections.abc import Sequence

import msgspec
from sqlalchemy import (
    ColumnElement,
    DateTime,
    ScalarSelect,
    Select,
    bindparam,
    delete,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries.playbook import kept_lessons_json
from db.tables import AnswerRow, AthleteRow, ClearanceRow, PlanRow, ProfileRow, QuestionSetRow
from db.tables.columns import StructJson
from domain.facts import Answered, Facts, KeptLesson, SavedProfile
from domain.ids import AthleteId
from domain.lessons import LessonState
from domain.plan import PlanState
from domain.questions import Answer, QuestionSet
from domain.terms import LimitationKind

_NOTHING: ColumnElement[object] = literal_column("'[]'::jsonb")


class PlansAhead(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a plan waits for review, and the last day of the one that was accepted."""

    has_plan_in_review: bool
    accepted_until: datetime.date | None


async def facts(session: AsyncSession, athlete_id: AthleteId) -> Facts | None:
    """All that is known of the athlete, with the lessons in use; None where no profile was saved yet."""
    found = (await session.execute(_FACTS, {"athlete_id": athlete_id, "states": [LessonState.ACTIVE]})).one_or_none()
    if found is None:
        return None
    saved, answers, lessons, cleared, at = found
    return Facts(profile=saved, answers=answers, lessons=lessons, cleared=cleared, now=at)


def _facts() -> Select[
    SavedProfile, tuple[Answered, ...], tuple[KeptLesson, ...], frozenset[LimitationKind], datetime.datetime
]:
    profile_row: ColumnElement[object] = literal_column("profile")
    now: ColumnElement[datetime.datetime] = func.now(type_=DateTime(timezone=True))
    profile: ColumnElement[SavedProfile] = func.to_jsonb(profile_row, type_=StructJson(SavedProfile))
    return (
        select(profile, _answers_json(), kept_lessons_json(), _cleared_json(), now)
        .select_from(ProfileRow)
        .where(col(ProfileRow.athlete_id) == bindparam("athlete_id"))
    )


def _answers_json() -> ScalarSelect[tuple[Answered, ...]]:
    answered = func.jsonb_build_object("answer", col(AnswerRow.answer), "answered_at", col(AnswerRow.answered_at))
    return (
        select(func.coalesce(func.jsonb_agg(answered), _NOTHING, type_=StructJson(tuple[Answered, ...])))
        .where(col(AnswerRow.athlete_id) == bindparam("athlete_id"))
        .scalar_subquery()
    )


def _cleared_json() -> ScalarSelect[frozenset[LimitationKind]]:
    kinds = func.jsonb_agg(col(ClearanceRow.limitation))
    return (
        select(func.coalesce(kinds, _NOTHING, type_=StructJson(frozenset[LimitationKind])))
        .where(col(ClearanceRow.athlete_id) == bindparam("athlete_id"))
        .scalar_subquery()
    )


_FACTS = _facts()
"""Put together once, which takes as long as running it."""


async def plans_ahead(session: AsyncSession, athlete_id: AthleteId) -> PlansAhead:
    """How far the athlete has come with plans."""
    has_plan_in_review, accepted_until = (await session.execute(_PLANS_AHEAD, {"athlete_id": athlete_id})).one()
    return PlansAhead(has_plan_in_review=has_plan_in_review, accepted_until=accepted_until)


_PLANS_AHEAD = select(
    func.coalesce(func.bool_or(col(PlanRow.state) == PlanState.IN_REVIEW), False),
    func.max(col(PlanRow.end_date)).filter(col(PlanRow.state) == PlanState.ACCEPTED),
).where(col(PlanRow.athlete_id) == bindparam("athlete_id"))


async def newest_question_set(session: AsyncSession, athlete_id: AthleteId) -> QuestionSet | None:
    """The questions that count, without answers; None before the first profile."""
    wanted = select(QuestionSetRow).where(col(QuestionSetRow.athlete_id) == athlete_id)
    row = (await session.execute(wanted.order_by(col(QuestionSetRow.id).desc()).limit(1))).scalar_one_or_none()
    if row is None:
        return None
    return QuestionSet(
        id=row.id,
        questions=row.questions,
        message=row.message,
        author=row.author,
        estimated_minutes=row.estimated_minutes,
    )


async def add_question_set(session: AsyncSession, athlete_id: AthleteId, questions: QuestionSet) -> None:
    values = {field: getattr(questions, field) for field in QuestionSet.__struct_fields__ if field != "answers"}
    await session.execute(insert(QuestionSetRow).values(athlete_id=athlete_id, **values))


async def save_profile(session: AsyncSession, athlete_id: AthleteId, profile: SavedProfile) -> None:
    values = {field: getattr(profile, field) for field in SavedProfile.__struct_fields__ if field != "updated_at"}
    added = insert(ProfileRow).values(athlete_id=athlete_id, **values)
    changed = {**{name: added.excluded[name] for name in values}, "updated_at": func.now()}
    await session.execute(added.on_conflict_do_update(index_elements=["athlete_id"], set_=changed))


async def save_answers(session: AsyncSession, athlete_id: AthleteId, answers: Sequence[Answer]) -> None:
    """The newest answer to each of these questions."""
    if not answers:
        return
    rows = [{"athlete_id": athlete_id, "question_id": answer.question_id, "answer": answer} for answer in answers]
    added = insert(AnswerRow).values(rows)
    changed = {"answer": added.excluded.answer, "answered_at": func.now()}
    await session.execute(added.on_conflict_do_update(index_elements=["athlete_id", "question_id"], set_=changed))


async def add_clearance(
    session: AsyncSession, athlete_id: AthleteId, limitation: LimitationKind, note: str | None
) -> None:
    added = insert(ClearanceRow).values(athlete_id=athlete_id, limitation=limitation, note=note)
    changed = {"note": added.excluded.note, "cleared_at": func.now()}
    await session.execute(added.on_conflict_do_update(index_elements=["athlete_id", "limitation"], set_=changed))


async def remove_clearances(
    session: AsyncSession, athlete_id: AthleteId, limitations: Sequence[LimitationKind]
) -> None:
    """For limitations that were said anew."""
    if not limitations:
        return
    own = col(ClearanceRow.athlete_id) == athlete_id
    await session.execute(delete(ClearanceRow).where(own, col(ClearanceRow.limitation).in_(limitations)))


async def set_basis_fingerprint(session: AsyncSession, athlete_id: AthleteId, fingerprint: str) -> None:
    """Writes only where it differs: a change that bears on no plan does not count as one."""
    changed = col(AthleteRow.basis_fingerprint) != fingerprint
    own = col(AthleteRow.id) == athlete_id
    await session.execute(update(AthleteRow).where(own, changed).values(basis_fingerprint=fingerprint))


async def transaction_time(session: AsyncSession) -> datetime.datetime:
    """The database's clock as all rows of this transaction have it."""
    now: ColumnElement[datetime.datetime] = func.now(type_=DateTime(timezone=True))
    at: datetime.datetime = (await session.execute(select(now))).scalar_one()
    return at
