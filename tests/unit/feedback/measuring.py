"""How well messages are understood by rules: precision, recall and F1 of each intent, on two sets. `make bench-feedback` prints it.

A line of a set is `INTENT | kinds | message`. Kinds are the first words of what `sample.told` says: all that must be understood,
with `/` between those of which one will do, `-` for none, `?` where nobody said. The rules were written looking at
`development` alone.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from domain.conversation import FeedbackIntent
from services.feedback import wishes as w
from tests.unit.feedback.sample import read, told

SETS = ("development", "held_out")
_FOLDER = Path(__file__).parent / "messages"
_CHANGING = frozenset({FeedbackIntent.CHANGE, FeedbackIntent.SAFETY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    intent: FeedbackIntent
    kinds: tuple[frozenset[str], ...] | None
    """One of each; None where nobody said."""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    expected: Expected
    found: w.Understanding

    @property
    def changes(self) -> bool:
        """Whether a plan may be written, or taken as agreed, because of this message."""
        writes = self.found.is_to_be_carried_out or self.found.clearance is not None
        return writes or self.found.intent is FeedbackIntent.SATISFIED

    @property
    def is_unasked(self) -> bool:
        """Changes what nobody asked to change."""
        if self.expected.intent is FeedbackIntent.SATISFIED:
            return self.changes and self.found.intent is not FeedbackIntent.SATISFIED
        return self.changes and self.expected.intent not in _CHANGING

    @property
    def is_exact(self) -> bool:
        """Whether all that was asked was understood, and nothing beside it."""
        assert self.expected.kinds is not None
        kinds = {part.split(" ")[0] for part in told(self.found).split("; ") if part}
        kinds -= {"topic", "alarm"}
        named = frozenset[str]().union(*self.expected.kinds)
        return all(kinds & some for some in self.expected.kinds) and kinds <= named


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    precision: float
    recall: float
    count: int

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def expected_of(name: str) -> tuple[Expected, ...]:
    lines = (_FOLDER / f"{name}.txt").read_text().splitlines()
    return tuple(_parsed(line) for line in lines)


def readings_of(name: str, *, every: int = 1) -> tuple[Reading, ...]:
    """What the rules make of the messages of a set, or of every so manieth of them."""
    return tuple(Reading(expected=one, found=read(one.message)) for one in expected_of(name)[::every])


def scores(readings: Sequence[Reading]) -> dict[FeedbackIntent, Score]:
    pairs = Counter((one.expected.intent, one.found.intent) for one in readings)
    found, there = Counter[FeedbackIntent](), Counter[FeedbackIntent]()
    for (expected, understood), count in pairs.items():
        there[expected] += count
        found[understood] += count
    return {
        intent: Score(
            precision=pairs[intent, intent] / max(1, found[intent]),
            recall=pairs[intent, intent] / max(1, there[intent]),
            count=there[intent],
        )
        for intent in FeedbackIntent
    }


def macro_f1(readings: Sequence[Reading]) -> float:
    by_intent = scores(readings).values()
    return sum(score.f1 for score in by_intent) / len(by_intent)


def report(name: str) -> str:
    """Aggregates alone: the messages of a set that is held out are not to be seen."""
    readings = readings_of(name)
    lines = [f"{name}: {len(readings)} messages", f"{'':<10} precision  recall      F1  messages   taken for"]
    for intent, score in scores(readings).items():
        wrong = Counter(str(one.found.intent) for one in readings if one.expected.intent is intent != one.found.intent)
        taken_for = ", ".join(f"{other} {count}" for other, count in wrong.most_common())
        lines.append(
            f"{intent:<10} {score.precision:9.3f} {score.recall:7.3f} {score.f1:7.3f} {score.count:9}   {taken_for}".rstrip()
        )
    asked = [one for one in readings if one.expected.intent is FeedbackIntent.CHANGE and one.expected.kinds is not None]
    lines += [
        f"macro F1 {macro_f1(readings):.3f}",
        f"changes that nobody asked for: {sum(one.is_unasked for one in readings)}",
    ]
    if asked:
        lines.append(f"asks understood exactly: {sum(one.is_exact for one in asked)} of {len(asked)}")
    return "\n".join(lines)


def _parsed(line: str) -> Expected:
    intent, kinds, message = line.split(" | ", maxsplit=2)
    named = () if kinds == "-" else tuple(frozenset(part.split("/")) for part in kinds.split(" "))
    return Expected(intent=FeedbackIntent(intent), kinds=None if kinds == "?" else named, message=message)


if __name__ == "__main__":
    sys.stdout.write("\n\n".join(report(name) for name in SETS) + "\n")
