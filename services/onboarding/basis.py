"""The basis of every plan: all facts on an athlete in one piece, and the fingerprint by which an old one is known."""

import datetime
import hashlib
from typing import NamedTuple

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import onboarding as queries
from domain.basis import PlanBasis, Untaught
from domain.clock import today_in
from domain.constraints import Constraints
from domain.exercise import Catalogue
from domain.facts import Facts
from domain.ids import AthleteId, LessonId
from domain.lessons import LessonRuleKind
from services.onboarding.constraints import SHAPING, constraints_of
from services.planning.adaptation.carrying_over import with_training
from services.playbook.confidence import in_force, with_outcomes
from services.training.history import history_of, load_plans_with_logs, weeks_before


class PlannedTime(NamedTuple):
    """From when on a plan goes, for how long, and the instant from which it is looked at."""

    start_date: datetime.date
    week_count: int
    now: datetime.datetime


async def load_basis(
    session: AsyncSession, athlete_id: AthleteId, catalogue: Catalogue, time: PlannedTime
) -> PlanBasis | None:
    """What a plan is built from and held against: what was said, learned and shown by training. None before the first profile."""
    facts = await queries.facts(session, athlete_id)
    if facts is None:
        return None
    basis = basis_of(facts, start_date=time.start_date, week_count=time.week_count)
    today = today_in(facts.profile.time_zone, time.now)
    plans = await load_plans_with_logs(session, athlete_id, since=time.start_date, today=today)
    weeks = weeks_before(plans, min(today + datetime.timedelta(days=1), time.start_date))
    return with_training(basis, history_of(plans, today=today), weeks, catalogue, today=today)


async def refresh_fingerprint(session: AsyncSession, athlete_id: AthleteId) -> str:
    """Recompute the fingerprint and keep it with the athlete. For whoever changed profile, answers or lessons."""
    facts = await queries.facts(session, athlete_id)
    fingerprint = "" if facts is None else fingerprint_of(facts)
    await queries.set_basis_fingerprint(session, athlete_id, fingerprint)
    return fingerprint


def basis_of(facts: Facts, *, start_date: datetime.date, week_count: int) -> PlanBasis:
    """By what was said and learned alone."""
    profile, constraints = facts.profile, constraints_of(facts, on=start_date)
    return PlanBasis(
        age=start_date.year - profile.birth_year,
        gender=profile.gender,
        height_cm=profile.height_cm,
        weight_kg=profile.weight_kg,
        unit_system=profile.unit_system,
        experience=profile.experience,
        goal=profile.goal,
        constraints=constraints,
        lessons=tuple(with_outcomes(kept.lesson) for kept in in_force(facts.lessons, facts.now)),
        start_date=start_date,
        week_count=week_count,
        untaught=_untaught(facts, constraints, on=start_date),
    )


def _untaught(facts: Facts, constraints: Constraints, *, on: datetime.date) -> dict[LessonId, Untaught]:
    """What the constraints would be without each of the lessons that made them what they are."""
    told, found = Untaught.of(constraints), {}
    for kept in in_force(facts.lessons, facts.now):
        if kept.lesson.rule.kind in SHAPING:
            others = tuple(other for other in facts.lessons if other is not kept)
            without = Untaught.of(constraints_of(msgspec.structs.replace(facts, lessons=others), on=on))
            if without != told:
                found[kept.lesson.id] = without
    return found


def fingerprint_of(facts: Facts) -> str:
    """A hash of what plans depend on: no names, no texts, no evidence, and nothing that passes with the days alone."""
    profile = facts.profile
    lessons = [
        (kept.lesson.rule, kept.lesson.is_hard)
        for kept in in_force(facts.lessons, facts.now)
        if kept.lesson.rule.kind is not LessonRuleKind.NOTE
    ]
    parts = (
        (profile.birth_year, profile.gender, profile.height_cm, profile.weight_kg),
        (profile.unit_system, profile.experience),
        _without_texts(constraints_of(facts, on=datetime.date.min)),
        sorted(msgspec.json.encode(lesson, order="deterministic").decode() for lesson in lessons),
    )
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


def _without_texts(constraints: Constraints) -> Constraints:
    event = constraints.event
    return msgspec.structs.replace(
        constraints,
        limitations=tuple(msgspec.structs.replace(one, note=None) for one in constraints.limitations),
        event=msgspec.structs.replace(event, name="") if event is not None else None,
    )
