"""A circuit breaker: a model that keeps failing is left alone for a while, then tried with a single call."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from services.llm.failures import ModelFailureReason, ModelUnusable

WINDOW = 20
"""Outcomes that count, the newest ones."""
FEWEST_FAILURES = 5
OPEN_SECONDS = 30.0
MOST_OPEN_SECONDS = 300.0


class BreakerState(StrEnum):
    """Whether calls pass."""

    CLOSED = "CLOSED"
    HALF_OPEN = "HALF_OPEN"
    """One call is tried; the others are turned away until it is back."""
    OPEN = "OPEN"


@dataclass(frozen=True, slots=True)
class Permit:
    """One call that may be made. Outcomes of an earlier epoch come too late to count."""

    epoch: int
    is_probe: bool


class Breaker:
    """Opens at five failures that are at least half of the last twenty outcomes, for 30 s, twice as long after each failed probe.

    The clock gives monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._outcomes: deque[bool] = deque(maxlen=WINDOW)
        self._epoch = 0
        self._opened_at: float | None = None
        self._open_seconds = OPEN_SECONDS
        self._is_probing = False

    @property
    def state(self) -> BreakerState:
        if self._opened_at is None:
            return BreakerState.CLOSED
        is_over = self._clock() - self._opened_at >= self._open_seconds
        return BreakerState.HALF_OPEN if is_over else BreakerState.OPEN

    @property
    def seconds_to_wait(self) -> float:
        """Until a call may be tried again; 0 where it may be now."""
        if self._opened_at is None:
            return 0.0
        return max(0.0, self._opened_at + self._open_seconds - self._clock())

    @property
    def lets_pass(self) -> bool:
        state = self.state
        return state is BreakerState.CLOSED or (state is BreakerState.HALF_OPEN and not self._is_probing)

    def admit(self) -> Permit:
        """Leave for one call, to be settled or given back. Raises ModelUnusable."""
        if not self.lets_pass:
            raise ModelUnusable(ModelFailureReason.BREAKER_OPEN)
        is_probe = self.state is BreakerState.HALF_OPEN
        self._is_probing = is_probe
        return Permit(epoch=self._epoch, is_probe=is_probe)

    def settle(self, permit: Permit, *, is_good: bool) -> None:
        """How the call went."""
        if permit.epoch != self._epoch:
            return
        if permit.is_probe:
            self._close() if is_good else self._open(self._open_seconds * 2)
            return
        self._outcomes.append(is_good)
        failures = self._outcomes.count(False)
        if failures >= FEWEST_FAILURES and failures * 2 >= len(self._outcomes):
            self._open(OPEN_SECONDS)

    def give_back(self, permit: Permit) -> None:
        """The call says nothing about the model: it was cancelled, or was wrong itself."""
        if permit.epoch == self._epoch and permit.is_probe:
            self._is_probing = False

    def trip(self, permit: Permit) -> None:
        """Open at once: the next call would fail just the same."""
        if permit.epoch == self._epoch:
            self._open(self._open_seconds * 2 if permit.is_probe else OPEN_SECONDS)

    def _open(self, seconds: float) -> None:
        self._epoch += 1
        self._opened_at = self._clock()
        self._open_seconds = min(seconds, MOST_OPEN_SECONDS)
        self._is_probing = False
        self._outcomes.clear()

    def _close(self) -> None:
        self._epoch += 1
        self._opened_at = None
        self._open_seconds = OPEN_SECONDS
        self._is_probing = False
        self._outcomes.clear()
