"""Who should see a doctor before they train."""

import pytest

from domain.constraints import WARNING_SIGNS, Constraints, Limitation
from domain.errors import NotSafeToTrain
from domain.terms import LimitationKind
from services.onboarding.readiness import require_safety


@pytest.mark.parametrize("sign", sorted(WARNING_SIGNS))
def test_a_warning_sign_stands_in_the_way_of_training(sign: LimitationKind) -> None:
    limitations = (Limitation(kind=LimitationKind.KNEE), Limitation(kind=sign))
    with pytest.raises(NotSafeToTrain) as refused:
        require_safety(Constraints(limitations=limitations))
    assert refused.value.limitations == (sign,)
    assert len(refused.value.reasons) == 1


def test_other_limitations_do_not() -> None:
    others = [kind for kind in LimitationKind if kind not in WARNING_SIGNS]
    require_safety(Constraints(limitations=tuple(Limitation(kind=kind) for kind in others)))
