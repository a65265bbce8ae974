"""What an illness asks for: rest, or something lighter, for the next days. It is over when the athlete trains on."""

import datetime
from collections.abc import Iterable

from services.feedback.language import Clause
from services.feedback.outlook import Outlook
from services.feedback.phrases.symptoms import ILL, NOT_ILL_NOW, VERY_ILL
from services.feedback.wishes import Rest, Scale, Scope

DAYS = 3
"""For which an illness is reckoned with, today included; whoever is still ill then says so again."""


def illness(clauses: Iterable[Clause], outlook: Outlook) -> tuple[Rest | Scale, ...]:
    """`I've got a cold`, `down with the flu`; not what is over, supposed, asked about or another's."""
    told = [clause.text for clause in clauses if not clause.asks_for_nothing and not NOT_ILL_NOW.search(clause.text)]
    end = outlook.today + datetime.timedelta(days=DAYS)
    scope = Scope(dates=frozenset(date for date in outlook.dates_ahead if date < end))
    if any(VERY_ILL.search(text) for text in told):
        return (Rest(scope=scope),)
    if any(ILL.search(text) for text in told):
        return (Scale(is_volume=False, is_more=False, scope=scope),)
    return ()
