"""What clients give becomes what the domain takes."""

import datetime

import pytest

from domain.constraints import EnduranceBaseline, GivenConstraints, KnownLift, Limitation, TargetEvent
from domain.ids import ExerciseId
from domain.profile import Gender, ProfileDraft, UnitSystem
from domain.questions import Answer, Confirmation
from domain.terms import Equipment, ExperienceLevel, LimitationKind, Sport, TrainingFocus, Weekday
from tests.unit.schema.fakes import ask, services

PROFILE: dict[str, object] = {
    "displayName": "Ann",
    "birthYear": 1990,
    "heightCm": 170.5,
    "weightKg": 60,
    "timeZone": "Europe/Amsterdam",
    "goal": "Run a marathon.",
    "experience": "NOVICE",
}
DRAFT = ProfileDraft(
    display_name="Ann",
    birth_year=1990,
    height_cm=170.5,
    weight_kg=60,
    time_zone="Europe/Amsterdam",
    goal="Run a marathon.",
    experience=ExperienceLevel.NOVICE,
)


class Profiles:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.drafts: list[ProfileDraft] = []
        self.answers: list[tuple[Answer, ...]] = []

    async def save(self, _viewer: object, draft: ProfileDraft) -> None:
        self.drafts.append(draft)

    async def save_answers(self, _viewer: object, answers: tuple[Answer, ...]) -> None:
        self.answers.append(answers)


async def _saved(profile: dict[str, object]) -> ProfileDraft:
    profiles = Profiles()
    asked = await ask(
        "mutation($input: SaveProfileInput!) { saveProfile(input: $input) { ... on SaveProfileSuccess { athlete { id } } } }",
        of=services(profiles=profiles),
        variables={"input": profile},
    )
    assert asked.errors == []
    (draft,) = profiles.drafts
    return draft


async def test_what_is_left_out_of_a_profile_has_its_default() -> None:
    assert await _saved(PROFILE) == DRAFT
    assert (DRAFT.gender, DRAFT.unit_system) == (Gender.UNSPECIFIED, UnitSystem.METRIC)


async def test_no_constraints_at_all_and_null_for_them_all_forget_nothing() -> None:
    assert await _saved({**PROFILE, "constraints": None}) == DRAFT
    assert await _saved({**PROFILE, "constraints": {}}) == DRAFT


async def test_a_null_among_the_constraints_forgets_and_an_empty_list_is_given() -> None:
    draft = await _saved({**PROFILE, "constraints": {"focus": None, "knownLifts": None, "sports": []}})
    assert draft.forgotten == {"focus", "known_lifts"}
    assert draft.given == GivenConstraints(sports=())


async def test_all_constraints_are_taken() -> None:
    draft = await _saved(
        {
            **PROFILE,
            "gender": "OTHER",
            "unitSystem": "IMPERIAL",
            "constraints": {
                "focus": "ENDURANCE",
                "trainingDays": ["SUNDAY", "MONDAY"],
                "sessionMinutes": 50,
                "equipment": ["BODY_WEIGHT", "BARBELL"],
                "sports": ["RUNNING"],
                "limitations": [{"kind": "PREGNANCY", "date": "2027-01-31", "note": "First."}, {"kind": "KNEE"}],
                "event": {"name": "Rotterdam", "date": "2027-04-11", "sport": "RUNNING", "distanceKm": 42.2},
                "knownLifts": [{"exerciseId": "exercise_air-squat", "weightKg": 60, "reps": 5}],
                "enduranceBaselines": [
                    {
                        "sport": "RUNNING",
                        "weeklyMinutes": 90,
                        "longestMinutes": 45,
                        "longestKm": 8,
                        "thresholdPaceSecondsPerKm": 330,
                    }
                ],
                "restingHeartRate": 55,
                "maximumHeartRate": 185,
            },
        }
    )
    assert (draft.gender, draft.unit_system, draft.forgotten) == (Gender.OTHER, UnitSystem.IMPERIAL, frozenset())
    assert draft.given == GivenConstraints(
        focus=TrainingFocus.ENDURANCE,
        training_days=(Weekday.SUNDAY, Weekday.MONDAY),
        session_minutes=50,
        equipment=(Equipment.BODY_WEIGHT, Equipment.BARBELL),
        sports=(Sport.RUNNING,),
        limitations=(
            Limitation(kind=LimitationKind.PREGNANCY, date=datetime.date(2027, 1, 31), note="First."),
            Limitation(kind=LimitationKind.KNEE),
        ),
        event=TargetEvent(name="Rotterdam", date=datetime.date(2027, 4, 11), sport=Sport.RUNNING, distance_km=42.2),
        known_lifts=(KnownLift(exercise_id=ExerciseId("exercise_air-squat"), weight_kg=60, reps=5),),
        endurance_baselines=(
            EnduranceBaseline(
                sport=Sport.RUNNING,
                weekly_minutes=90,
                longest_minutes=45,
                longest_km=8,
                threshold_pace_seconds_per_km=330,
            ),
        ),
        resting_heart_rate=55,
        maximum_heart_rate=185,
    )


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ({"choices": ["a", "b"]}, Answer(question_id="q", choices=("a", "b"))),
        ({"choices": []}, Answer(question_id="q", choices=())),
        ({"number": 0}, Answer(question_id="q", number=0)),
        ({"text": ""}, Answer(question_id="q", text="")),
        (
            {"confirmation": {"isConfirmed": False}},
            Answer(question_id="q", confirmation=Confirmation(is_confirmed=False)),
        ),
        (
            {"confirmation": {"isConfirmed": True, "details": "A knee."}},
            Answer(question_id="q", confirmation=Confirmation(is_confirmed=True, details="A knee.")),
        ),
    ],
)
async def test_an_answer_has_the_one_value_that_was_given(value: dict[str, object], answer: Answer) -> None:
    profiles = Profiles()
    asked = await ask(
        "mutation($input: SaveAnswersInput!) { saveAnswers(input: $input) { ... on SaveAnswersSuccess { athlete { id } } } }",
        of=services(profiles=profiles),
        variables={"input": {"answers": [{"questionId": "q", "value": value}]}},
    )
    assert asked.errors == []
    assert profiles.answers == [(answer,)]
