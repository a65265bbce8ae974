"""One athlete over four weeks: a plan, six turns with the coach, workouts between, and everything held against what was said."""

import datetime
import random
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import text

from benchmarks.playbook.counting import Counts
from benchmarks.playbook.families import FAMILIES, HEART, KNEE, Said, script
from benchmarks.playbook.keeping import breaches, claims_falsely, exercises_on
from db.database import Database
from db.queries.athletes import athlete, athlete_for_update
from db.queries.plans import save_new_plan
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.constraints import GivenConstraints
from domain.exercise import Catalogue
from domain.generations import ImpossiblePlan
from domain.ids import ExerciseId, LessonId, PlanId, athlete_id_of, new_activity_id, new_plan_id
from domain.lessons import LessonChange, LessonOperation, LessonRule, LessonState
from domain.plan import LessonEffect, Plan, PlanDocument
from domain.profile import ProfileDraft, Tier, Viewer
from domain.terms import Equipment, ExperienceLevel, LimitationKind, Sport, TrainingFocus, Weekday
from domain.training import Completion, WorkoutDraft
from services.checking.check import check_plan
from services.feedback.conversations import Conversations
from services.generation.engine import RuleEngine
from services.onboarding.basis import PlannedTime, load_basis
from services.onboarding.profiles import Profiles
from services.planning.build import build_plan
from services.planning.catalogue import CatalogueSearch
from services.plans.plans import Plans
from services.playbook.playbooks import Playbooks
from services.playbook.rebuilding import rebuild_playbook
from services.training.logs import Workouts

START = datetime.date(2026, 11, 23)
WEEKS = 4
TURN_DAYS = (0, 3, 8, 12, 17, 22)
LIKED_FROM = 3
_STAMP_LESSONS = text("""
    update lesson set last_applied_at = :at from plan_version as made
    where made.plan_id = cast(:plan as uuid) and made.number = :number and last_applied_at = made.created_at
""")
_STAMP_VERSION = text(
    "update plan_version set created_at = :at where plan_id = cast(:plan as uuid) and number = :number"
)
_STAMP_PLAN = text("update plan set updated_at = :at where id = cast(:plan as uuid) and version = :number")
TAUGHT = {LessonOperation.ADD, LessonOperation.CONFIRM, LessonOperation.UPDATE, LessonOperation.MERGE}
_DAYS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY, Weekday.FRIDAY, Weekday.SATURDAY)


@dataclass(slots=True)
class Now:
    """A clock that stands where it is put."""

    at: datetime.datetime

    def __call__(self) -> datetime.datetime:
        return self.at


@dataclass(slots=True)
class Talk:
    """Everything about one athlete while they are followed."""

    database: Database
    catalogue: Catalogue
    counts: Counts
    number: int
    seed: int
    now: Now = field(default_factory=lambda: Now(datetime.datetime.combine(START, datetime.time(9), datetime.UTC)))
    kept: set[str] = field(default_factory=set)
    _first: PlanDocument | None = None
    _versions: list[tuple[datetime.date, tuple[LessonId, ...]]] = field(default_factory=list)
    _logged: set[datetime.date] = field(default_factory=set)
    _earned: Counter[tuple[LessonId, bool]] = field(default_factory=Counter)

    async def follow(self) -> None:
        """From the profile to the last turn."""
        chance = random.Random(self.seed * 1000 + self.number)
        viewer = _viewer(self.number, self.now.at)
        await Profiles(self.database, self.now, self.catalogue).save(viewer, _profile(chance))
        plan_id = await self._planned(viewer)
        for turn, name in enumerate(script(chance)):
            self.now.at = datetime.datetime.combine(
                START + datetime.timedelta(days=TURN_DAYS[turn]), datetime.time(9), datetime.UTC
            )
            await self._train(viewer, plan_id, chance)
            plan = await self._plan(viewer, plan_id)
            said = FAMILIES[name](chance, self.catalogue[_some_exercise(plan, chance)])
            await self._turn(viewer, plan, said, turn)
        await self._finish(viewer)

    async def _planned(self, viewer: Viewer) -> PlanId:
        basis, plan_id = await self._basis(viewer), new_plan_id()
        document = build_plan(basis, self.catalogue, plan_id=plan_id, new_activity_id=new_activity_id)
        self._first = document
        async with self.database.transaction(viewer.athlete_id) as session:
            account = await athlete_for_update(session, viewer.athlete_id)
            assert account is not None
            await save_new_plan(session, viewer.athlete_id, plan_id, document, fingerprint=account.basis_fingerprint)
        await self._note_version(
            await Plans(self.database, self.now).accept(viewer.athlete_id, plan_id, expected_version=1)
        )
        return plan_id

    async def _basis(self, viewer: Viewer) -> PlanBasis:
        async with self.database.transaction(viewer.athlete_id) as session:
            assert await athlete(session, viewer.athlete_id) is not None
            basis = await load_basis(session, viewer.athlete_id, self.catalogue, PlannedTime(START, WEEKS, self.now()))
        assert basis is not None
        return basis

    async def _plan(self, viewer: Viewer, plan_id: PlanId) -> Plan:
        found = await Plans(self.database, self.now).plan(viewer.athlete_id, plan_id)
        assert found is not None
        return found

    async def _train(self, viewer: Viewer, plan_id: PlanId, chance: random.Random) -> None:
        """Log some of the days that are past, most of them done and enjoyed."""
        plan, today = await self._plan(viewer, plan_id), self.now.at.date()
        past = [day for week in plan.weeks for day in week.days if day.date < today and day.activities]
        for day in past[-2:]:
            draft = WorkoutDraft(
                client_id=f"client-{day.date:%Y%m%d}",
                day_id=day.id,
                completion=chance.choice([Completion.DONE, Completion.DONE, Completion.PARTIAL, Completion.SKIPPED]),
                enjoyment=chance.choice([None, 2, 3, 4, 5]),
            )
            await Workouts(self.database, self.now, self.catalogue).log(viewer, draft)
            self._expect_credit(day.date, draft)

    def _expect_credit(self, date: datetime.date, draft: WorkoutDraft) -> None:
        """What this log should count for and against the lessons under which its day was planned, worked out without the service.

        A day that was logged before keeps its log: the same revision again changes nothing.
        """
        if date in self._logged:
            return
        self._logged.add(date)
        under = next(applied for made, applied in reversed(self._versions) if made <= date or made == START)
        if draft.completion is Completion.SKIPPED:
            self._earned.update((one, False) for one in under)
        elif draft.completion is Completion.DONE and draft.enjoyment is not None and draft.enjoyment >= LIKED_FROM:
            self._earned.update((one, True) for one in under)

    async def _note_version(self, plan: Plan) -> None:
        """The database stamps versions by its own clock, which stands still in here: put it to the day of the turn."""
        applied = tuple(use.lesson_id for use in plan.applied_lessons if use.effect is LessonEffect.APPLIED)
        self._versions.append((self.now.at.date(), applied))
        values = {"plan": plan.id.removeprefix("plan_"), "number": plan.version, "at": self.now.at}
        async with self.database.engine.begin() as connection:
            for stamp in (_STAMP_LESSONS, _STAMP_VERSION, _STAMP_PLAN):
                await connection.execute(stamp, values)

    async def _turn(self, viewer: Viewer, plan: Plan, said: Said, turn: int) -> None:
        coach = Conversations(
            self.database, self.now, self.catalogue, names=CatalogueSearch(self.catalogue), messages_per_day=100
        )
        answer = await coach.submit(viewer, key=f"key-{turn:08}", plan_id=plan.id, message=said.text, day_id=None)
        self.counts.turns += 1
        self._count_lessons(said, answer.lesson_changes)
        if said.changes_nothing and (answer.plan.version != plan.version or answer.lesson_changes):
            self.counts.changed_for_nothing.append(said.text)
        if said.keeps:
            self.kept.add(said.keeps)
        if said.lets_go:
            self.kept.discard(said.lets_go)
        await self._hold(viewer, answer.plan, said, is_new=answer.plan.version != plan.version)

    def _count_lessons(self, said: Said, changes: tuple[LessonChange, ...]) -> None:
        taught = {
            change.lesson.rule
            for change in changes
            if change.operation in TAUGHT and change.lesson.state is LessonState.ACTIVE
        }
        counts, wanted = self.counts, set(said.teaches)
        counts.expected += len(wanted)
        counts.found += len(wanted & taught)
        counts.missed += [f"{said.text} -> {told(rule)}" for rule in wanted - taught]
        counts.wrong += [f"{said.text} -> {told(rule)}" for rule in taught - wanted]
        counts.safety_expected += len(wanted & {KNEE, HEART})
        counts.safety_found += len(wanted & taught & {KNEE, HEART})
        ended = {change.lesson.rule for change in changes if change.lesson.state is LessonState.SUPERSEDED}
        counts.not_ended += [f"{said.text} -> {told(rule)}" for rule in set(said.ends) - ended]

    async def _hold(self, viewer: Viewer, plan: Plan, said: Said, *, is_new: bool) -> None:
        """The newest version against all that was said so far; and one that was made just now against its own claims."""
        editable = await Plans(self.database, self.now).editable_dates(viewer.athlete_id, plan.id)
        found = breaches(self.kept, plan, self.catalogue, editable)
        self.counts.breaches += [f"{one}, after: {said.text}" for one in found]
        if not is_new:
            return
        await self._note_version(plan)
        ahead = [day for week in plan.weeks for day in week.days if day.date in editable]
        applied = [use.lesson_id for use in plan.applied_lessons if use.effect is LessonEffect.APPLIED]
        lessons = await Playbooks(self.database, self.now).lessons_by_id(viewer.athlete_id, applied)
        self.counts.superseded_applied += sum(one.state is not LessonState.ACTIVE for one in lessons.values())
        self.counts.false_claims += [
            f"{one.text} after: {said.text}" for one in lessons.values() if claims_falsely(one, ahead, self.catalogue)
        ]

    async def _finish(self, viewer: Viewer) -> None:
        """A new plan with the playbook, against one that knows the profile alone; and the ledger against the table."""
        self.counts.athletes += 1
        basis = await self._basis(viewer)
        if self._first is not None and not basis.constraints.has(LimitationKind.CARDIAC_WARNING):
            self.counts.without_playbook.append(check_plan(basis, self._first, self.catalogue).score)
            self.counts.with_playbook.append(self._score_of_new_plan(basis))
        await self._hold_credit(viewer)
        self.counts.differing += (await rebuild_playbook(self.database, viewer.athlete_id, is_check=True)).differing

    async def _hold_credit(self, viewer: Viewer) -> None:
        """What is counted for each lesson against what its workouts gave it."""
        learned = {lesson_id for _, applied in self._versions for lesson_id in applied}
        lessons = await Playbooks(self.database, self.now).lessons_by_id(viewer.athlete_id, sorted(learned))
        for one in lessons.values():
            counted = (one.helpful_count, one.harmful_count)
            earned = (self._earned[one.id, True], self._earned[one.id, False])
            self.counts.credits += sum(earned)
            if counted != earned:
                self.counts.false_claims.append(f"{one.text} counts {counted}, and earned {earned}")

    def _score_of_new_plan(self, basis: PlanBasis) -> float:
        try:
            document = RuleEngine(self.catalogue).build(basis, plan_id=new_plan_id(), brief=Brief())
        except ImpossiblePlan:
            return 0.0
        lessons = {lesson.id: lesson for lesson in basis.lessons}
        self.counts.explanations += [
            f"{lessons[use.lesson_id].text} [{use.effect}] {use.explanation}" for use in document.applied_lessons
        ]
        return check_plan(basis, document, self.catalogue).score


def told(rule: LessonRule) -> str:
    """A rule in a few words."""
    parts: list[str | None] = [rule.kind, rule.exercise_id, rule.pattern, rule.muscle, rule.limitation, rule.sport]
    parts += [",".join(rule.equipment or ()), ",".join(rule.weekdays or ()), str(rule.amount or "")]
    return " ".join(part for part in parts if part)


def _viewer(number: int, now: datetime.datetime) -> Viewer:
    issuer, subject = "https://benchmark.test", f"athlete-{number}"
    return Viewer(
        athlete_id=athlete_id_of(issuer=issuer, subject=subject),
        subject=subject,
        issuer=issuer,
        tier=Tier.FREE,
        expires_at=now + datetime.timedelta(days=365),
    )


def _profile(chance: random.Random) -> ProfileDraft:
    days = (*chance.sample(_DAYS, chance.randint(2, 3)), Weekday.WEDNESDAY)
    return ProfileDraft(
        display_name="Ann",
        birth_year=chance.randint(1965, 2004),
        height_cm=float(chance.randint(155, 195)),
        weight_kg=float(chance.randint(55, 95)),
        time_zone="UTC",
        goal="Get stronger and run a little.",
        experience=chance.choice([ExperienceLevel.NOVICE, ExperienceLevel.INTERMEDIATE]),
        given=GivenConstraints(
            focus=chance.choice([TrainingFocus.STRENGTH, TrainingFocus.MIXED, TrainingFocus.MUSCLE]),
            training_days=tuple(day for day in Weekday if day in days),
            session_minutes=chance.choice([45, 60, 75]),
            equipment=(
                Equipment.BODY_WEIGHT,
                Equipment.BARBELL,
                Equipment.RACK,
                Equipment.BENCH,
                Equipment.DUMBBELL,
                Equipment.CABLE,
            ),
            sports=(Sport.RUNNING, Sport.CYCLING),
            limitations=(),
            known_lifts=(),
        ),
    )


def _some_exercise(plan: Plan, chance: random.Random) -> ExerciseId:
    found = sorted({one for week in plan.weeks for day in week.days for one in exercises_on(day)})
    return chance.choice(found) if found else ExerciseId("exercise_plank")
