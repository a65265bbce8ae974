"""The real engine, which builds the plan of each basis once in a run of the tests."""

import re

import msgspec

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.ids import PlanId, new_activity_id
from domain.plan import PlanDocument
from services.generation.engine import RuleEngine

_ACTIVITY = re.compile(r"activity_[0-9a-f]{32}")


class BuiltOnce(RuleEngine):
    """Solving takes a second, and most tests that want a plan want the same. Whoever asks gets it under ids of their own."""

    _built: dict[bytes, tuple[PlanId, str]] = {}

    def build(self, basis: PlanBasis, *, plan_id: PlanId, brief: Brief) -> PlanDocument:
        wanted = msgspec.json.encode((basis, brief), order="deterministic")
        if wanted not in self._built:
            document = super().build(basis, plan_id=plan_id, brief=brief)
            self._built[wanted] = plan_id, msgspec.json.encode(document).decode()
        first_id, text = self._built[wanted]
        ids = {old: new_activity_id() for old in _ACTIVITY.findall(text)}
        own = _ACTIVITY.sub(lambda found: ids[found[0]], text.replace(first_id[-32:], plan_id[-32:]))
        return msgspec.json.decode(own, type=PlanDocument)
