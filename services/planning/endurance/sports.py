"""In which sports an athlete trains endurance, and what is particular to each."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.basis import PlanBasis
from domain.terms import Equipment, Sport
from services.planning.limits import Limits
from services.planning.wishes import Wishes

HEAVY_BODY_MASS_INDEX = 30.0
"""From here on, those who name no sport begin with what spares the joints."""


@dataclass(frozen=True, slots=True)
class SportFacts:
    """The words for a sport and for its sessions, and how long a first session is without any baseline, in minutes: usually,
    and at most where there are few a week or the athlete is fit from another sport.

    `paces` are the seconds a kilometre between which people move, fast end first; None where no distance is counted.
    """

    noun: str
    session: str
    first_minutes: int
    longest_first_minutes: int
    paces: tuple[int, int] | None = None


FACTS: dict[Sport, SportFacts] = {
    Sport.RUNNING: SportFacts("running", "run", 20, 20, (150, 960)),
    Sport.CYCLING: SportFacts("cycling", "ride", 30, 60, (70, 480)),
    Sport.SWIMMING: SportFacts("swimming", "swim", 20, 30, (540, 3600)),
    Sport.ROWING: SportFacts("rowing", "row", 20, 30, (160, 720)),
    Sport.WALKING: SportFacts("walking", "walk", 30, 60, (360, 1800)),
    Sport.HIKING: SportFacts("hiking", "hike", 40, 60, (360, 3000)),
    Sport.ELLIPTICAL: SportFacts("elliptical training", "elliptical session", 25, 40),
    Sport.STAIR_CLIMBING: SportFacts("stair climbing", "stair climb", 15, 20),
    Sport.JUMP_ROPE: SportFacts("rope skipping", "rope session", 10, 10),
    Sport.OTHER: SportFacts("endurance training", "endurance session", 25, 40),
}
"""First sessions by convention; for running R20 sets the bound."""
ON_FOOT = frozenset({Sport.WALKING, Sport.HIKING})
"""After a session in these no walk is missing."""

NEEDED: dict[Sport, frozenset[Equipment]] = {
    Sport.CYCLING: frozenset({Equipment.BIKE}),
    Sport.ROWING: frozenset({Equipment.ROWING_MACHINE}),
    Sport.ELLIPTICAL: frozenset({Equipment.ELLIPTICAL}),
    Sport.SWIMMING: frozenset({Equipment.POOL}),
    Sport.STAIR_CLIMBING: frozenset({Equipment.STAIR_CLIMBER}),
    Sport.JUMP_ROPE: frozenset({Equipment.JUMP_ROPE}),
}
"""What a sport that nobody named needs to be suggested."""
SUGGESTED: tuple[Sport, ...] = (
    Sport.CYCLING,
    Sport.ELLIPTICAL,
    Sport.ROWING,
    Sport.SWIMMING,
    Sport.STAIR_CLIMBING,
)
LAST_RESORT: tuple[Sport, ...] = (Sport.WALKING, *SUGGESTED, Sport.RUNNING, Sport.HIKING, Sport.JUMP_ROPE)


def chosen_sports(basis: PlanBasis, limits: Limits, wishes: Wishes) -> tuple[Sport, ...]:
    """The sports to train in, the main one first: named ones that are kind to the athlete, else suggested ones.

    Empty where limitations and hard lessons leave none.
    """
    event_sport = _event_sport(basis)
    named = [sport for sport in (event_sport, *basis.constraints.sports) if sport is not None]
    wanted = _without_repeats([*_favoured_first(named, basis, wishes)])
    for unwanted in (limits.sports_unkind | wishes.disliked_sports, wishes.disliked_sports, frozenset[Sport]()):
        kept = tuple(s for s in wanted if s not in unwanted and _is_allowed(s, limits, wishes))
        if kept:
            return kept
    return _suggested(basis, limits, wishes)


def is_multisport(basis: PlanBasis) -> bool:
    """Whether the event is none of the sports that are named but all of them together, such as a triathlon."""
    event = basis.constraints.event
    return (
        event is not None and event.sport is Sport.OTHER and any(s is not Sport.OTHER for s in basis.constraints.sports)
    )


def _event_sport(basis: PlanBasis) -> Sport | None:
    event = basis.constraints.event
    return None if event is None or is_multisport(basis) else event.sport


def _favoured_first(named: list[Sport], basis: PlanBasis, wishes: Wishes) -> Iterable[Sport]:
    """A preferred sport comes first, but never before the event's own; one that was not named only where its kit is there."""
    had = frozenset(basis.constraints.equipment)
    favoured = [
        sport for sport in wishes.favoured_sports if sport in named or NEEDED.get(sport, frozenset[Equipment]()) <= had
    ]
    event_sport = _event_sport(basis)
    return [*([event_sport] if event_sport else []), *favoured, *named]


def _suggested(basis: PlanBasis, limits: Limits, wishes: Wishes) -> tuple[Sport, ...]:
    """One sport that fits the equipment: running for the fit, else a machine that is there, else walking."""
    owned = [sport for sport in SUGGESTED if NEEDED[sport] <= limits.equipment]
    body_mass_index = basis.weight_kg / (basis.height_cm / 100) ** 2
    can_run = not limits.is_novice and not limits.is_older and body_mass_index < HEAVY_BODY_MASS_INDEX
    first = [Sport.RUNNING, *owned, Sport.WALKING] if can_run else [*owned, Sport.WALKING]
    for unwanted in (limits.sports_unkind | wishes.disliked_sports, frozenset[Sport]()):
        for sport in _without_repeats([*first, *LAST_RESORT]):
            is_there = NEEDED.get(sport, frozenset[Equipment]()) <= limits.equipment
            if sport not in unwanted and is_there and _is_allowed(sport, limits, wishes):
                return (sport,)
    return ()


def _is_allowed(sport: Sport, limits: Limits, wishes: Wishes) -> bool:
    return sport not in limits.sports_out and sport not in wishes.forbidden_sports


def _without_repeats(sports: Iterable[Sport]) -> tuple[Sport, ...]:
    return tuple(dict.fromkeys(sports))
