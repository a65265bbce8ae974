"""Profile, questions and answers of an athlete: what is saved, and what follows from it at once."""

import datetime
from collections.abc import Awaitable, Callable, Sequence
from zoneinfo import available_timezones

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.queries import onboarding as queries
from db.queries.athletes import athlete_for_update, athlete_to_change
from db.queries.reflection import want_reflection
from domain.basis import PlanBasis
from domain.clock import Clock, today_in
from domain.errors import ProfileMissing
from domain.exercise import Catalogue
from domain.facts import Facts, SavedProfile
from domain.ids import AthleteId, sibling_id
from domain.lessons import LessonSource
from domain.plan import MAXIMUM_WEEKS
from domain.profile import Onboarding, OnboardingStage, Profile, ProfileDraft, Viewer
from domain.questions import Answer, Question, QuestionSet
from domain.terms import LimitationKind
from services.llm.access import ModelAccess
from services.onboarding.answering import accepted
from services.onboarding.asking import BY_ID
from services.onboarding.basis import basis_of, refresh_fingerprint
from services.onboarding.checking import check_heart_rates, check_profile
from services.onboarding.consequences import Consequences, found_in, of_answers, of_profile
from services.onboarding.constraints import constraints_of
from services.onboarding.merging import merged
from services.onboarding.question_sets import question_set, write_questions
from services.onboarding.stage import stage_of
from services.onboarding.wording import QuestionWording
from services.playbook.ledger import learn
from services.tracing import traceparent

OnNewLimitation = Callable[[AsyncSession, AthleteId, LimitationKind], Awaitable[object]]
"""Called in the same transaction for each limitation that was not in force before: days ahead must be made safe at once."""

_NOT_PLACES = {"Factory", "localtime", "posixrules"}
"""Files that a system keeps beside the zones, and that mean something else on each machine."""


class Profiles:
    """Profiles and onboarding."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        catalogue: Catalogue,
        on_new_limitation: OnNewLimitation | None = None,
        *,
        model: ModelAccess | None = None,
    ) -> None:
        self._wording = QuestionWording(database, model) if model is not None else None
        self._model = model
        self._database = database
        self._clock = clock
        self._catalogue = catalogue
        self._on_new_limitation = on_new_limitation
        self._time_zones = frozenset(available_timezones()) - _NOT_PLACES

    async def profile(self, athlete_id: AthleteId) -> Profile | None:
        """The profile with what follows from it; None where none was saved yet."""
        async with self._database.reading(athlete_id) as session:
            facts = await queries.facts(session, athlete_id)
        return None if facts is None else _profile(athlete_id, facts, today=self._today(facts))

    async def basis(self, athlete_id: AthleteId) -> PlanBasis | None:
        """What the longest plan from today on would be held against, by what was said and learned; None without a profile."""
        async with self._database.reading(athlete_id) as session:
            facts = await queries.facts(session, athlete_id)
        return None if facts is None else basis_of(facts, start_date=self._today(facts), week_count=MAXIMUM_WEEKS)

    async def questions(self, athlete_id: AthleteId) -> QuestionSet | None:
        """The questions written for the athlete, with their answers; None until a profile is saved."""
        async with self._database.reading(athlete_id) as session:
            facts = await queries.facts(session, athlete_id)
            return None if facts is None else await question_set(session, athlete_id, facts)

    async def onboarding(self, athlete_id: AthleteId) -> Onboarding:
        """Where the athlete stands on the way to a plan."""
        onboarding_id = sibling_id("onboarding", athlete_id)
        async with self._database.reading(athlete_id) as session:
            facts = await queries.facts(session, athlete_id)
            if facts is None:
                return Onboarding(id=onboarding_id, stage=OnboardingStage.PROFILE, questions=None)
            questions = await question_set(session, athlete_id, facts)
            plans = await queries.plans_ahead(session, athlete_id)
        today = self._today(facts)
        limitations = constraints_of(facts, on=today).limitations
        stage = stage_of(questions, limitations, plans, today=today)
        return Onboarding(id=onboarding_id, stage=stage, questions=questions)

    async def save(self, viewer: Viewer, draft: ProfileDraft) -> None:
        """Create or replace the profile, and write its questions. Raises InvalidInput."""
        written = await self._saved(viewer, draft)
        if written is not None and self._wording is not None:
            await self._wording.word(viewer, *written)

    async def _saved(self, viewer: Viewer, draft: ProfileDraft) -> tuple[SavedProfile, tuple[Question, ...]] | None:
        """The profile as it was saved, where questions were written for another goal or experience; and these."""
        athlete_id = viewer.athlete_id
        async with self._database.transaction(athlete_id) as session:
            await athlete_to_change(session, viewer)
            facts = await queries.facts(session, athlete_id)
            before = facts.profile if facts is not None else None
            profile = merged(draft, before, at=await queries.transaction_time(session))
            faults = check_profile(draft, now=self._clock(), catalogue=self._catalogue, time_zones=self._time_zones)
            check_heart_rates(faults, profile.given, sent=draft.given)
            faults.raise_if_any()
            if profile == before:
                return None
            await queries.save_profile(session, athlete_id, profile)
            written = await write_questions(session, athlete_id, profile, before=before)
            await self._heed(session, athlete_id, of_profile(profile, before), before=facts)
        return None if written is None else (profile, written)

    async def save_answers(self, viewer: Viewer, answers: Sequence[Answer]) -> None:
        """Save some or all answers. Raises ProfileMissing, InvalidInput."""
        athlete_id = viewer.athlete_id
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            facts = await queries.facts(session, athlete_id)
            if facts is None:
                raise ProfileMissing
            asked = (await question_set(session, athlete_id, facts)).questions
            # Questions that the profile has made needless since may still be on somebody's screen.
            good = accepted(answers, {**BY_ID, **{question.id: question for question in asked}})
            before = {answered.answer.question_id: answered.answer for answered in facts.answers}
            changed = [answer for answer in good if before.get(answer.question_id) != answer]
            if not changed:
                return
            await queries.save_answers(session, athlete_id, changed)
            consequences = of_answers(changed, before, self._catalogue)
            found = found_in(changed, (kept.lesson for kept in facts.lessons))
            consequences = msgspec.structs.replace(consequences, withdrawn=(*consequences.withdrawn, *found))
            await self._heed(session, athlete_id, consequences, before=facts)
            if self._model is not None and self._model.is_open_to(viewer.tier):
                in_words = [answer.question_id for answer in changed if answer.own_words]
                await want_reflection(session, athlete_id, LessonSource.ONBOARDING, in_words, asked_by=traceparent())

    async def _heed(
        self, session: AsyncSession, athlete_id: AthleteId, consequences: Consequences, *, before: Facts | None
    ) -> None:
        """Learn what follows, and take limitations that were said just now seriously at once."""
        said = [limitation.kind for limitation in consequences.said]
        await queries.remove_clearances(session, athlete_id, said)
        if not await learn(session, athlete_id, consequences.drafts, withdrawn=consequences.withdrawn):
            await refresh_fingerprint(session, athlete_id)
        if self._on_new_limitation is None or before is None:
            return  # before the first profile there is no plan to make safe
        in_force = {limitation.kind for limitation in constraints_of(before, on=self._today(before)).limitations}
        for kind in said:
            if kind not in in_force:
                await self._on_new_limitation(session, athlete_id, kind)

    def _today(self, facts: Facts) -> datetime.date:
        return today_in(facts.profile.time_zone, self._clock())


def _profile(athlete_id: AthleteId, facts: Facts, *, today: datetime.date) -> Profile:
    saved = facts.profile
    return Profile(
        id=sibling_id("profile", athlete_id),
        display_name=saved.display_name,
        birth_year=saved.birth_year,
        gender=saved.gender,
        height_cm=saved.height_cm,
        weight_kg=saved.weight_kg,
        unit_system=saved.unit_system,
        time_zone=saved.time_zone,
        goal=saved.goal,
        experience=saved.experience,
        constraints=constraints_of(facts, on=today),
        updated_at=saved.updated_at,
    )
