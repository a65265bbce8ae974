"""What everybody gets of every root field of the schema. A field that is not here, or an id that no row tries, fails a test.

`$plan`, `$day` and the like are the owner's; `$own_plan` is that of whoever asks, and the owner's where they have none. Tokens that
are expired, or whose role is no athlete's, get UNAUTHENTICATED everywhere, and need no column.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SIGN_IN = "UNAUTHENTICATED"
FORBIDDEN = "FORBIDDEN"
NOTHING = "null"
NOT_FOUND = "NotFound"
INVALID = "InvalidInput"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One question, and its outcome for each: the type that is answered, `null`, or the code of the error.

    Of a mutation nothing but that type is asked.
    """

    asks: str
    stranger: str
    owner: str
    service: str = FORBIDDEN
    nobody: str = SIGN_IN


def open_to_all(asks: str, answer: str) -> Row:
    return Row(asks=asks, nobody=answer, service=answer, stranger=answer, owner=answer)


def for_the_signed_in(asks: str, answer: str) -> Row:
    return Row(asks=asks, service=answer, stranger=answer, owner=answer)


def ones_own(asks: str, answer: str) -> Row:
    """No id names whose it is: everybody gets their own."""
    return Row(asks=asks, stranger=answer, owner=answer)


def by_id(asks: str, answer: str, *, otherwise: str = NOT_FOUND) -> Row:
    """An id names it: whoever it does not belong to does not find it."""
    return Row(asks=asks, stranger=otherwise, owner=answer)


def edit(operation: str) -> Row:
    """An operation on one's own plan that names something of somebody else's."""
    asks = f'editPlan(input: {{idempotencyKey: "table-key", planId: "$own_plan", expectedVersion: 2, operations: [{operation}]}})'
    return by_id(asks, "EditPlanSuccess", otherwise=INVALID)


def log(more: str) -> Row:
    """A log of one's own day that names something of somebody else's."""
    asks = f'logWorkout(input: {{clientId: "table-log", dayId: "$own_day_today", completion: DONE, {more}}})'
    return by_id(asks, "LogWorkoutSuccess", otherwise=INVALID)


PLAN = "id state title versions { edges { node { id version } } } appliedLessons { lesson { id text } }"
BOOK = """id version lessons { id text } retiredLessons { edges { node { id text } } }
  history { edges { node { reason lesson { id } } } }"""
VIEWER = f"""id revision profile {{ displayName goal }} onboarding {{ questions {{ id }} }} entitlement {{ id }}
  plan {{ {PLAN} }} planInReview {{ {PLAN} }} plans {{ edges {{ node {{ id }} }} }} playbook {{ {BOOK} }}
  calendar(start: "2026-11-23", end: "2026-12-20") {{ id log {{ id note }} }} workouts {{ edges {{ node {{ id note }} }} }}
  latestGeneration {{ id plan {{ id }} }} conversation {{ edges {{ node {{ id text }} }} }} insights {{ summary }}"""
PROFILE = (
    'displayName: "Changed", birthYear: 1980, heightCm: 180, weightKg: 80, timeZone: "UTC", goal: "To change it all", '
    "experience: NOVICE, constraints: {limitations: [{kind: WRIST}]}"
)

QUERIES: Mapping[str, Sequence[Row]] = {
    "service": [open_to_all("service { __typename version }", "ServiceInfo")],
    "exercise": [for_the_signed_in('exercise(id: "exercise_dumbbell-bench-press") { __typename id }', "Exercise")],
    "exercises": [for_the_signed_in("exercises(first: 3) { __typename edges { node { id } } }", "ExerciseConnection")],
    "viewer": [ones_own(f"viewer {{ __typename {VIEWER} }}", "Athlete")],
    "initialQuestions": [ones_own("initialQuestions { __typename id }", "QuestionSet")],
    "playbook": [
        ones_own(f"playbook {{ __typename {BOOK} }}", "Playbook"),
        Row(
            asks=f'playbook(athleteId: "$athlete") {{ __typename {BOOK} }}',
            stranger=FORBIDDEN,
            service="Playbook",
            owner="Playbook",
        ),
    ],
    "plan": [by_id(f'plan(id: "$plan") {{ __typename {PLAN} }}', "Plan", otherwise=NOTHING)],
    "planGeneration": [
        by_id('planGeneration(id: "$generation") { __typename id plan { id } }', "PlanGeneration", otherwise=NOTHING)
    ],
    "node": [
        Row(asks=f'node(id: "${name}") {{ __typename id }}', stranger=NOTHING, service=NOTHING, owner=kind)
        for name, kind in {
            "athlete": "Athlete",
            "questions": "QuestionSet",
            "playbook": "Playbook",
            "lesson": "Lesson",
            "retired_lesson": "Lesson",
            "plan": "Plan",
            "trained_plan": "Plan",
            "day": "Day",
            "generation": "PlanGeneration",
            "message": "Message",
            "workout": "WorkoutLog",
        }.items()
    ]
    + [for_the_signed_in('node(id: "exercise_dumbbell-bench-press") { __typename id }', "Exercise")],
    "nodes": [
        Row(
            asks='nodes(ids: ["$athlete", "$plan", "$day", "$lesson", "$message", "$workout"]) { __typename id }',
            stranger="null null null null null null",
            service="null null null null null null",
            owner="Athlete Plan Day Lesson Message WorkoutLog",
        )
    ],
}

MUTATIONS: Mapping[str, Sequence[Row]] = {
    "saveProfile": [ones_own(f"saveProfile(input: {{{PROFILE}}})", "SaveProfileSuccess")],
    "saveAnswers": [
        ones_own(
            'saveAnswers(input: {answers: [{questionId: "dislikes", value: {text: "Burpees"}}]})',
            "SaveAnswersSuccess",
        )
    ],
    "generatePlan": [ones_own('generatePlan(input: {idempotencyKey: "table-key"})', "GeneratePlanSuccess")],
    "adaptPlan": [
        by_id(
            'adaptPlan(input: {idempotencyKey: "adapt-key", planId: "$trained_plan"})',
            "AdaptPlanSuccess",
        )
    ],
    "cancelGeneration": [by_id('cancelGeneration(input: {generationId: "$generation"})', "GenerationFinished")],
    "acceptPlan": [by_id('acceptPlan(input: {planId: "$plan", expectedVersion: 2})', "AcceptPlanSuccess")],
    "editPlan": [
        by_id(
            'editPlan(input: {idempotencyKey: "table-key", planId: "$plan", expectedVersion: 2, operations: '
            '[{makeRestDay: {dayId: "$day"}}]})',
            "EditPlanSuccess",
        ),
        edit('{makeRestDay: {dayId: "$day"}}'),
        edit('{moveDay: {dayId: "$day", toDate: "2026-11-27"}}'),
        edit('{addExercise: {dayId: "$day", exerciseId: "exercise_plank"}}'),
        edit('{addEndurance: {dayId: "$day", sport: RUNNING, minutes: 5}}'),
        edit('{scaleVolume: {target: {dayId: "$day"}, factor: 0.8}}'),
        edit('{scaleVolume: {target: {activityId: "$activity"}, factor: 0.8}}'),
        edit('{scaleIntensity: {target: {dayId: "$day"}, factor: 0.9}}'),
        edit('{scaleIntensity: {target: {activityId: "$activity"}, factor: 0.9}}'),
        edit('{swapExercise: {activityId: "$activity"}}'),
        edit('{removeActivity: {activityId: "$activity"}}'),
        edit('{reorderActivities: {dayId: "$day", activityIds: [$activities]}}'),
        edit('{reorderActivities: {dayId: "$own_day", activityIds: [$activities]}}'),
        edit('{setTargets: {activityId: "$activity", sets: [{reps: 8, loadKg: 10}, {reps: 8, loadKg: 10}]}}'),
    ],
    "revertPlan": [
        by_id(
            'revertPlan(input: {idempotencyKey: "revert-key", planId: "$plan", expectedVersion: 2, toVersion: 1})',
            "RevertPlanSuccess",
        )
    ],
    "archivePlan": [by_id('archivePlan(input: {planId: "$trained_plan"})', "ArchivePlanSuccess")],
    "submitFeedback": [
        by_id(
            'submitFeedback(input: {idempotencyKey: "say-key-1", planId: "$plan", message: "make Friday a rest day"})',
            "SubmitFeedbackSuccess",
        ),
        by_id(
            'submitFeedback(input: {idempotencyKey: "say-key-2", planId: "$own_plan", dayId: "$day", message: "shorter"})',
            "SubmitFeedbackSuccess",
        ),
    ],
    "logWorkout": [
        by_id(
            'logWorkout(input: {clientId: "$log", revision: 2, dayId: "$day_today", completion: SKIPPED})',
            "LogWorkoutSuccess",
        ),
        log('sets: [{activityId: "$activity_today", setNumber: 1, reps: 5}]'),
        log('endurance: [{activityId: "$run_today", minutes: 20}]'),
    ],
    "deleteWorkoutLog": [by_id('deleteWorkoutLog(input: {clientId: "$log"})', "DeleteWorkoutLogSuccess")],
    "addLesson": [
        ones_own(
            'addLesson(input: {idempotencyKey: "table-key", text: "I like hills", rule: {kind: NOTE}})',
            "AddLessonSuccess",
        )
    ],
    "reviseLesson": [by_id('reviseLesson(input: {lessonId: "$lesson", text: "Changed"})', "ReviseLessonSuccess")],
    "pinLesson": [by_id('pinLesson(input: {lessonId: "$lesson", isPinned: true})', "PinLessonSuccess")],
    "retireLesson": [by_id('retireLesson(input: {lessonId: "$lesson"})', "RetireLessonSuccess")],
    "restoreLesson": [by_id('restoreLesson(input: {lessonId: "$retired_lesson"})', "RestoreLessonSuccess")],
    "confirmClearance": [
        ones_own(
            "confirmClearance(input: {limitation: WRIST, isClearedByDoctor: true})",
            "ConfirmClearanceSuccess",
        )
    ],
    "deleteAccount": [
        by_id('deleteAccount(input: {confirmation: "$name"})', "DeleteAccountSuccess", otherwise=INVALID)
    ],
}

SUBSCRIPTIONS: Mapping[str, Sequence[Row]] = {
    "planGenerationChanges": [
        Row(
            asks='planGenerationChanges(id: "$generation") { __typename id plan { id } }',
            stranger="NOT_FOUND",
            owner="PlanGeneration",
        )
    ],
}

OF_EVERYBODY = {
    "exercise.id",
    "saveProfile.input.constraints.knownLifts.exerciseId",
    "saveAnswers.input.answers.questionId",
    "editPlan.input.operations.swapExercise.exerciseId",
    "editPlan.input.operations.addExercise.exerciseId",
    "logWorkout.input.sets.exerciseId",
    "addLesson.input.rule.exerciseId",
    "reviseLesson.input.rule.exerciseId",
}
"""Ids that name nothing of anybody's: exercises of the catalogue, questions of the bank."""
