"""Joins what is sent with what was stored: what is left out stays, what is null is forgotten. Pure."""

import datetime

import msgspec

from domain.constraints import GivenConstraints, Limitation, TargetEvent
from domain.facts import SavedProfile
from domain.profile import ProfileDraft
from domain.text import normalised


def merged(draft: ProfileDraft, stored: SavedProfile | None, *, at: datetime.datetime) -> SavedProfile:
    """The profile as it will be stored; equal to the stored one where nothing changes."""
    before = stored.given if stored is not None else GivenConstraints()
    given = _merged_given(draft, before)
    profile = SavedProfile(
        display_name=normalised(draft.display_name),
        birth_year=draft.birth_year,
        gender=draft.gender,
        height_cm=draft.height_cm,
        weight_kg=draft.weight_kg,
        unit_system=draft.unit_system,
        time_zone=draft.time_zone,
        goal=normalised(draft.goal),
        experience=draft.experience,
        given=given,
        given_at=_given_at(given, before, stored.given_at if stored is not None else {}, at),
        updated_at=stored.updated_at if stored is not None else at,
    )
    return profile if profile == stored else msgspec.structs.replace(profile, updated_at=at)


def _merged_given(draft: ProfileDraft, before: GivenConstraints) -> GivenConstraints:
    values = {}
    for field in GivenConstraints.__struct_fields__:
        sent = getattr(draft.given, field)
        stays = sent is None and field not in draft.forgotten
        values[field] = getattr(before, field) if stays else sent
    given = GivenConstraints(**values)
    return msgspec.structs.replace(
        given,
        event=_tidied_event(given.event) if given.event is not None else None,
        limitations=None if given.limitations is None else tuple(map(_tidied_limitation, given.limitations)),
    )


def _given_at(
    given: GivenConstraints, before: GivenConstraints, times: dict[str, datetime.datetime], at: datetime.datetime
) -> dict[str, datetime.datetime]:
    """The time of each field that is given: now, where it changed."""
    there = [field for field in GivenConstraints.__struct_fields__ if getattr(given, field) is not None]
    return {field: times.get(field, at) if getattr(given, field) == getattr(before, field) else at for field in there}


def _tidied_event(event: TargetEvent) -> TargetEvent:
    return msgspec.structs.replace(event, name=normalised(event.name))


def _tidied_limitation(limitation: Limitation) -> Limitation:
    note = normalised(limitation.note) or None if limitation.note is not None else None
    return msgspec.structs.replace(limitation, note=note)
