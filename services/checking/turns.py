"""What notes say of exercises done in turn, and whether it is so (R48)."""

import re
from collections.abc import Iterator

from services.checking.named import Names
from services.checking.reading import Session

_IN_TURN = re.compile(r"\bin turn with\b", re.IGNORECASE)


def false_turns(session: Session, names: Names) -> Iterator[str]:
    """The exercises that notes speak of as done in turn with theirs, and that are not."""
    partners = {id(lift): other for pair in session.pairs for lift, other in (pair, pair[::-1])}
    for lift in session.lifts:
        note = lift.activity.note or ""
        claim = _IN_TURN.search(note)
        if claim is None:
            continue
        partner = partners.get(id(lift))
        named = [exercise for exercise, _ in names.found(note[claim.start() :])]
        if partner is None or [exercise.id for exercise in named] != [partner.exercise.id]:
            yield " ".join([claim.group(0).lower(), *(exercise.name for exercise in named)])
