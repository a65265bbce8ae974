"""Amounts in the units that an athlete has chosen; the plan itself has kilograms, kilometres and seconds a kilometre."""

from domain.plan import IntRange
from domain.profile import UnitSystem
from services.planning.loads import KILOGRAMS_IN_A_POUND

KILOMETRES_IN_A_MILE = 1.609344


def load_words(*loads_kg: float, units: UnitSystem) -> str:
    """`82.5 kg`, `185 lb`; of several `80 to 85 kg`. Imperial loads are whole pounds by themselves."""
    is_imperial = units is UnitSystem.IMPERIAL
    shown = sorted({round(load / KILOGRAMS_IN_A_POUND) if is_imperial else load for load in loads_kg})
    unit = "lb" if is_imperial else "kg"
    return f"{shown[0]:g} {unit}" if len(shown) == 1 else f"{shown[0]:g} to {shown[-1]:g} {unit}"


def distance_words(kilometres: float, units: UnitSystem) -> str:
    """`4.7 km`, `2.9 miles`; to a tenth."""
    if units is not UnitSystem.IMPERIAL:
        return f"{round(kilometres, 1):g} km"
    miles = round(kilometres / KILOMETRES_IN_A_MILE, 1)
    return f"{miles:g} {'mile' if miles == 1 else 'miles'}"


def pace_words(seconds_per_km: IntRange, units: UnitSystem) -> str:
    """`5:00 to 5:20 a kilometre`, `8:03 to 8:35 a mile`; fast end first."""
    is_imperial = units is UnitSystem.IMPERIAL
    ends = [
        round(seconds * (KILOMETRES_IN_A_MILE if is_imperial else 1))
        for seconds in sorted({seconds_per_km.minimum, seconds_per_km.maximum})
    ]
    shown = " to ".join(f"{seconds // 60}:{seconds % 60:02}" for seconds in ends)
    return f"{shown} a {'mile' if is_imperial else 'kilometre'}"
