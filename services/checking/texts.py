"""The rule that what the texts claim is what the plan holds (R48)."""

from services.checking.facts import field_faults
from services.checking.reading import Reading
from services.checking.rules import Rule, Verdict, hard, must_hold


def true_texts(reading: Reading) -> Verdict | None:
    return must_hold(field_faults(reading), kept="What the plan says of itself is so.")


RULES: tuple[Rule, ...] = (
    hard("R48", "What the texts claim is what the plan holds.", bound="all", source="product", judge=true_texts),
)
