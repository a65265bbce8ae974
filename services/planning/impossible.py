"""What stands against any plan at all, said with the two or three constraints that can be relaxed."""

from typing import NoReturn

from domain.basis import PlanBasis
from domain.generations import ImpossiblePlan
from domain.plan import RuleOutcome
from domain.terms import LimitationKind
from services.planning.limits import limitations_held


def _standing(rule: str, description: str, finding: str, source: str = "product") -> RuleOutcome:
    return RuleOutcome(rule=rule, description=description, is_hard=True, score=0.0, finding=finding, source=source)


def refuse_unsafe(basis: PlanBasis) -> None:
    """Raises ImpossiblePlan where a warning sign stands (R06) or no day is left (R03)."""
    if any(limitation.kind is LimitationKind.CARDIAC_WARNING for limitation in limitations_held(basis)):
        rule = _standing(
            "R06",
            "With a warning sign in the health screen nobody trains before a doctor has cleared them.",
            "Your answers name a warning sign of the heart. See a doctor, and confirm here once they have cleared you.",
            "PAR-Q+; Riebe 2015",
        )
        raise ImpossiblePlan("Please see a doctor before you train.", [rule])
    if not basis.constraints.training_days:
        rule = _standing(
            "R03",
            "Sessions are on available days alone.",
            "No day of the week is left for training. Free at least one day, or retire a lesson that makes it a rest day.",
        )
        raise ImpossiblePlan("There is no day on which to train.", [rule])


def refuse_without_strength(*, excluded_by_lessons: bool) -> NoReturn:
    """Raises ImpossiblePlan: strength is wanted, and no exercise is left."""
    rules = [
        _standing(
            "R02",
            "The equipment needed is equipment had.",
            "No exercise of the catalogue fits the equipment you have. Add a piece of it, such as bands or a dumbbell.",
        )
    ]
    if excluded_by_lessons:
        finding = "Your firm lessons rule out the exercises that are left. Retire one of those that avoid a movement."
        rules.append(_standing("R05", "Nothing that an active hard lesson forbids is in a plan.", finding))
    else:
        finding = "Your limitations rule out the exercises that are left. Change the focus to endurance for a while."
        rules.append(_standing("R05", "Nothing that a limitation forbids is in a plan.", finding))
    rules.append(_time_rule())
    raise ImpossiblePlan("No exercise is left that you could train with.", rules)


def refuse_without_sport() -> NoReturn:
    """Raises ImpossiblePlan: endurance is wanted, and no sport is left."""
    rules = [
        _standing(
            "R05",
            "Nothing that a hard lesson or a limitation forbids is in a plan.",
            "Lessons and limitations rule out every sport. Allow at least one, such as walking or cycling.",
        ),
        _standing(
            "R47",
            "Most of the work serves the focus.",
            "Without a sport there is no endurance work. Change the focus to strength or to health.",
            "convention",
        ),
    ]
    raise ImpossiblePlan("No sport is left in which endurance could be trained.", rules)


def refuse_empty() -> NoReturn:
    """Raises ImpossiblePlan: nothing fits into the days and minutes."""
    raise ImpossiblePlan(
        "Nothing fits into the time there is.",
        [
            _time_rule(),
            _standing(
                "R05",
                "Nothing that a hard lesson or a limitation forbids is in a plan.",
                "Too little is left beside your limitations and firm lessons. Relax a lesson or two.",
            ),
        ],
    )


def _time_rule() -> RuleOutcome:
    return _standing(
        "R04", "Sessions take the time that the athlete has.", "A session needs more time. Ten minutes more help a lot."
    )
