"""What a plan carries over from the training before it, as if it were the next weeks of the last one."""

import datetime
from collections.abc import Sequence

import msgspec

from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.history import TrainingHistory
from domain.plan import Week
from services.planning.adaptation.endurance import baselines_of
from services.planning.adaptation.form import Form
from services.planning.adaptation.maxima import with_lifts

A_DAY = datetime.timedelta(days=1)


def with_training(
    basis: PlanBasis,
    history: TrainingHistory,
    weeks: Sequence[Week],
    catalogue: Catalogue,
    *,
    today: datetime.date,
) -> PlanBasis:
    """The basis of a plan with the lifts that were shown until today, and with the endurance of before its first day.

    `weeks` are those of the last plan that had begun before the first day. Lifts stay up to date while the plan goes on;
    endurance does not, because from the first day on the plan's own weeks are what the next ones are held against.
    """
    day_before = min(today, basis.start_date - A_DAY)
    form = Form(TrainingHistory(days=tuple(day for day in history.days if day.date <= day_before)), day_before)
    return with_lifts(_with_endurance(basis, weeks, form), history, catalogue, today=today)


def _with_endurance(basis: PlanBasis, weeks: Sequence[Week], form: Form) -> PlanBasis:
    """Who logs nothing has shown nothing, and sports that were only planned stay as they were said."""
    said = {baseline.sport: baseline for baseline in basis.constraints.endurance_baselines}
    if not form.history.tells:
        return basis
    shown = {
        baseline.sport: baseline
        for baseline in baselines_of(tuple(said.values()), weeks, form)
        if baseline.longest_minutes > 0
    }
    constraints = msgspec.structs.replace(basis.constraints, endurance_baselines=tuple((said | shown).values()))
    return msgspec.structs.replace(basis, constraints=constraints)
