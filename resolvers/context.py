"""What one request knows: who asks, whom to ask, and what was answered already."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, cast

from domain.errors import Forbidden, Unauthenticated
from domain.ids import ActivityId, AthleteId, LessonId
from domain.plan import Day
from domain.profile import Viewer

if TYPE_CHECKING:
    # For the type checker alone: composing the services imports the whole program, the solver included.
    from services.composition import Services

T = TypeVar("T")
Key = tuple[str, ...]


@dataclass(slots=True)
class Context:
    """One request. Fields that lie side by side run at the same time; `once` lets them share an answer."""

    services: "Services"
    viewer: Viewer | None
    request_id: str
    days: dict[ActivityId, Day] = field(default_factory=dict)
    """The day of each activity that was looked at: an activity itself does not say where it stands."""
    strangers_lessons: dict[LessonId, AthleteId] = field(default_factory=dict)
    """Whose each lesson is that a service looked at: a lesson itself does not say it either."""
    _answers: dict[Key, object] = field(default_factory=dict)
    _locks: dict[Key, asyncio.Lock] = field(default_factory=dict)

    @property
    def signed_in(self) -> Viewer:
        """The viewer. Raises Unauthenticated where there is none, and AccountDeleted where their account was."""
        viewer = self._bearer
        self.services.deleted_accounts.refuse(viewer)
        return viewer

    @property
    def athlete(self) -> Viewer:
        """The viewer, who is a person. Raises Forbidden for a service's token, and what `signed_in` raises."""
        return _person(self.signed_in)

    @property
    def leaver(self) -> Viewer:
        """The person who wants their account deleted; it may be so already. Raises Unauthenticated, and Forbidden."""
        return _person(self._bearer)

    @property
    def _bearer(self) -> Viewer:
        if self.viewer is None:
            raise Unauthenticated("Sign in first: this needs a bearer token.")
        return self.viewer

    @property
    def athlete_id(self) -> AthleteId:
        return self.athlete.athlete_id

    def begin_change(self) -> Viewer:
        """The athlete who is about to change something. What was read before is forgotten, so that it is read anew."""
        viewer = self.athlete
        self._answers.clear()
        self._locks.clear()
        return viewer

    async def once(self, key: Key, ask: Callable[[], Awaitable[T]]) -> T:
        """The answer under this key, asked for by whoever comes first.

        A lock and not a shared task: a field that is cancelled must not take its neighbours along. Failures are not kept.
        """
        if key in self._answers:
            return cast("T", self._answers[key])  # only this method writes them, one type for each key
        async with self._locks.setdefault(key, asyncio.Lock()):
            if key not in self._answers:
                self._answers[key] = await ask()
            return cast("T", self._answers[key])


def _person(viewer: Viewer) -> Viewer:
    if viewer.is_service:
        raise Forbidden("A service's token speaks for no athlete.")
    return viewer
