"""Why something is not done, in words, and what to ask for instead."""

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.plan import RuleOutcome
from domain.terms import Equipment, ExperienceLevel
from services.checking.check import RULES
from services.feedback.refusals import REFUSALS, why_not
from tests.unit.feedback.replying import ATHLETE, reply, situation

NOVICE = msgspec.structs.replace(ATHLETE, experience=ExperienceLevel.NOVICE)


@pytest.mark.parametrize(
    ("message", "basis", "said"),
    [
        (
            "add a leg press on Monday",
            ATHLETE,
            (
                "I have left the plan as it is. Leg Press needs weight machines, and as far as I know you do not have that. If "
                "you do, tell me; else ask me to choose something that your equipment allows."
            ),
        ),
        (
            "swap the burpees for hanging leg raises",
            msgspec.structs.replace(
                ATHLETE, constraints=msgspec.structs.replace(ATHLETE.constraints, equipment=(Equipment.KETTLEBELL,))
            ),
            (
                "I have left the plan as it is. Hanging Leg Raise needs a pull-up bar, and as far as I know you do not have "
                "that. If you do, tell me; else ask me to choose something that your equipment allows. I keep in mind that you "
                "would rather go without Burpee."
            ),
        ),
        (
            "add pistol squats on Monday",
            NOVICE,
            (
                "I have left the plan as it is. Pistol Squat on Monday 23 November is for experts, and you are still at the "
                "beginning. Ask me for an easier form of it, and we work up to the rest."
            ),
        ),
        (
            "add box jumps on Monday",
            msgspec.structs.replace(NOVICE, age=70),
            (
                "I have left the plan as it is. Box Jump on Monday 23 November is a jump, and while you are new to training I "
                "leave jumps out from 65 on. Ask for something with both feet on the ground."
            ),
        ),
        (
            "add a 300 minute ride on Saturday",
            ATHLETE,
            (
                "I have left the plan as it is. It would take too long: Saturday 28 November would take 331 minutes and you "
                "have 60. Ask for less, or tell me that you have more time."
            ),
        ),
    ],
)
def test_what_would_break_a_rule_is_refused_without_naming_the_rule(message: str, basis: PlanBasis, said: str) -> None:
    assert reply(message, basis=basis) == said


def refusal(rule: str, finding: str, *others: RuleOutcome) -> str:
    outcome = RuleOutcome(rule=rule, description="", is_hard=True, score=0.5, finding=finding, source="")
    return why_not((*others, outcome), (), situation()).removeprefix("I have left the plan as it is. ")


@pytest.mark.parametrize(
    ("rule", "finding", "said"),
    [
        (
            "R07",
            "Back Squat on Monday 23 November bends the loaded knee deeply; Box Jump on Friday 27 November is JUMP work.",
            (
                "Back Squat on Monday 23 November bends the loaded knee deeply, and I spare your knee. Ask me for something "
                "else that trains the same. Once a doctor has cleared it, tell me so."
            ),
        ),
        (
            "R07",
            "Week 1 has no hinge work; week 2 has no hinge work.",
            (
                "Week 1 would have no hinge work left, and that is what keeps the rest of you strong meanwhile. Ask me to "
                "swap it for another exercise of its kind instead."
            ),
        ),
        (
            "R05",
            "Burpee on Friday 27 November is to be avoided; Burpee on Friday 4 December is to be avoided.",
            (
                "You have told me to keep Burpee out of your training. If that has changed, say “I like Burpee”, or take it "
                "out of your playbook."
            ),
        ),
        (
            "R05",
            "Dip on Monday 23 November strains the elbow.",
            (
                "Dip on Monday 23 November strains the elbow, and I keep that out of your training. If it no longer holds, take "
                "it out of your playbook; what a doctor has cleared, tell me."
            ),
        ),
        (
            "R12",
            "Bench Press on Monday 23 November is at RPE 9, above 8.",
            (
                "Bench Press on Monday 23 November would be at RPE 9, above 8, and high blood pressure asks for less. Ask for "
                "something gentler, or for less of it."
            ),
        ),
        (
            "R16",
            "No rest day in the seven days up to Sunday 29 November.",
            (
                "There would be no rest day in the seven days up to Sunday 29 November, and the body needs one. Make another "
                "day of that week a rest day first."
            ),
        ),
        (
            "R20",
            "Easy run on Saturday 28 November takes 60 minutes after 20 at the longest.",
            (
                "Runs may only grow little by little, or something starts to hurt: Easy run on Saturday 28 November would take "
                "60 minutes after 20 at the longest. Ask for a shorter one. If you have run longer than I know of in the last "
                "month, log it or put it in your profile."
            ),
        ),
        (
            "R34",
            "Bench Press on Monday 23 November is at RPE 8 in the first week, and no maximum is known.",
            (
                "The first week is for finding out what you can lift: Bench Press on Monday 23 November would be at RPE 8 in "
                "the first week. Ask for it from week 2 on, or log what you lift, and I go on from there."
            ),
        ),
        (
            "R35",
            "Quadriceps goes from 1200 to 1800 kg in week 2; chest goes from 10 to 20 repetitions in week 2.",
            (
                "It would rise too steeply: more than a fifth more for your quadriceps in week 2. Ask for a smaller step, or "
                "for fewer exercises or days."
            ),
        ),
        (
            "R46",
            "Plank on Monday 23 November is there twice.",
            "Plank on Monday 23 November would be there twice then. Ask for more sets of it instead.",
        ),
        (
            "R99",
            "Something is odd.",
            "It would not fit together: Something is odd. Ask for another exercise, day or amount, and I try that.",
        ),
    ],
)
def test_each_refusal_has_a_reason_and_says_what_to_do_instead(rule: str, finding: str, said: str) -> None:
    assert refusal(rule, finding) == said


def test_what_keeps_somebody_safe_is_the_reason_that_is_told() -> None:
    text = RuleOutcome(rule="R48", description="", is_hard=True, score=0.5, finding="The title lies.", source="")
    assert refusal("R07", "Box Jump on Monday 23 November lands hard on the knee.", text).startswith("Box Jump")


def test_every_rule_that_must_hold_and_a_message_can_break_has_its_own_words() -> None:
    beyond_messages = {"R01", "R39", "R48", "R50"}
    assert {rule.id for rule in RULES if rule.is_hard} - set(REFUSALS) == beyond_messages
