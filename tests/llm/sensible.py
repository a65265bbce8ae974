"""Sensible answers of the test server, made from what the request tells: it can be used in the place of a model in a demo too."""

import json
import re
from collections.abc import Callable, Mapping

from tests.llm.faults import GERMAN_TEXT, HOSTILE_TEXT, UNKNOWN_EXERCISE, Fault

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Material = Mapping[str, Json]
_MATERIAL = re.compile(r"<athlete_data>\n(.*)\n</athlete_data>", re.DOTALL)
_NO_RULE: dict[str, Json] = dict.fromkeys(
    ("exercise", "pattern", "muscle", "limitation", "equipment", "weekdays", "sport", "amount")
)
_NO_OPERATION: dict[str, Json] = {
    **dict.fromkeys(
        ("day", "activity", "exercise", "to_day", "sport", "minutes", "zone", "activities", "week", "factor", "sets")
    ),
    "everywhere": False,
}
_FIELDS_OF_TYPES = (
    "options allows_multiple minimum maximum step unit lowest_label highest_label details_prompt help_text"
)
_FREE_TEXTS = {"text", "help_text", "title", "summary", "rationale", "themes", "reply", "details_prompt", "options"}
_FREE_TEXTS |= {"lowest_label", "highest_label", "evidence"}


def material_in(text: str) -> Material:
    """The athlete's data in a request."""
    match = _MATERIAL.search(text)
    found: Json = json.loads(match[1]) if match else {}
    assert isinstance(found, dict)
    return found


def sensible(use: str, told: Material) -> dict[str, Json]:
    return _USES[use](told)


def spoiled(answer: Json, fault: Fault) -> Json:
    """The answer with a fault in its content."""
    match fault:
        case Fault.SCHEMA_SLIGHTLY_BROKEN:
            return _with_a_field_more(answer)
        case Fault.SCHEMA_BROKEN:
            assert isinstance(answer, dict)
            return {**answer, next(iter(answer)): {"unexpected": True}}
        case Fault.SCHEMA_FAR_OFF:
            return [{"name": "Something", "value": 1}, 2, None]
        case Fault.UNKNOWN_EXERCISES:
            return _with_texts(answer, {"exercise", "favoured_exercises"}, UNKNOWN_EXERCISE)
        case Fault.HOSTILE:
            return _with_texts(answer, _FREE_TEXTS, HOSTILE_TEXT)
        case Fault.WRONG_LANGUAGE:
            return _with_texts(answer, _FREE_TEXTS, GERMAN_TEXT)
        case Fault.HUGE:
            return _with_texts(answer, _FREE_TEXTS, "more and more of this " * 4600)
    return answer


def _with_a_field_more(answer: Json) -> Json:
    if isinstance(answer, list):
        return [_with_a_field_more(item) for item in answer]
    if isinstance(answer, dict):
        return {**{key: _with_a_field_more(value) for key, value in answer.items()}, "thoughts": "none"}
    return answer


def _with_texts(answer: Json, fields: set[str], text: str, field: str = "") -> Json:
    if isinstance(answer, dict):
        return {key: _with_texts(value, fields, text, key) for key, value in answer.items()}
    if isinstance(answer, list):
        return [_with_texts(item, fields, text, field) for item in answer]
    return text if field in fields and isinstance(answer, str) else answer


def _objects(told: Material, field: str) -> list[dict[str, Json]]:
    found = told.get(field)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _questions(told: Material) -> dict[str, Json]:
    wordings: list[Json] = []
    for question in _objects(told, "questions"):
        text = str(question["text"])
        worded = f"With your goal in mind: {text[0].lower()}{text[1:]}"
        wordings.append({"id": question["id"], "text": worded, "help_text": None})
    empty: dict[str, Json] = dict.fromkeys(_FIELDS_OF_TYPES.split())
    places: list[Json] = ["At home", "In a gym", "Outdoors"]
    extra: list[Json] = [
        empty | {"type": "TEXT", "topic": "PREFERENCES", "text": "What kept you from training before?"},
        empty
        | {"type": "CHOICE", "topic": "OTHER", "text": "Where do you like to train best?"}
        | {"options": places, "allows_multiple": False},
    ]
    return {"wordings": wordings, "extra": extra}


def _brief(told: Material) -> dict[str, Json]:
    weeks, names = told.get("weeks"), told.get("exercises")
    themes: list[Json] = ["Find your rhythm", "Build on it", "Make it yours", "Let it sink in"]
    favoured = names[:3] if isinstance(names, list) else []
    return {
        "title": "A calm way to your goal",
        "summary": "This plan builds the strength that your goal needs. You will feel it in everyday life.",
        "rationale": "You told me what matters to you, so the work goes there first. It grows in small steps.",
        "themes": [themes[number % 4] for number in range(weeks if isinstance(weeks, int) else 1)],
        "favoured_exercises": favoured,
        "stressed_muscles": ["GLUTES"],
        "endurance_share": 0.3,
    }


def _message(told: Material) -> dict[str, Json]:
    message = str(told.get("message", ""))
    days = _objects(told, "days")
    training = next((day for day in days if day.get("activities")), {"day": "d1", "title": "Rest"})
    lessons = _lessons_in(message)
    if "rest" in message.lower():
        operation: Json = {**_NO_OPERATION, "kind": "MAKE_REST_DAY", "day": training["day"]}
        return {"intent": "CHANGE", "operations": [operation], "lessons": lessons, "reply": None}
    if "swap" in message.lower():
        activity = f"{training['day']}a1"
        operation = {**_NO_OPERATION, "kind": "SWAP_EXERCISE", "activity": activity, "exercise": "Goblet Squat"}
        return {"intent": "CHANGE", "operations": [operation], "lessons": lessons, "reply": None}
    if message.endswith("?"):
        reply = "The first session of your plan comes early in the week, so that you can recover before the next."
        return {"intent": "QUESTION", "operations": [], "lessons": [], "reply": reply}
    intent = "CHANGE" if lessons else "OTHER"
    return {"intent": intent, "operations": [], "lessons": lessons, "reply": "Thank you for telling me."}


def _lessons(told: Material) -> dict[str, Json]:
    return {"lessons": [lesson for said in _objects(told, "said") for lesson in _lessons_in(str(said["text"]))]}


def _lessons_in(text: str) -> list[Json]:
    found: list[Json] = []
    for match in re.finditer(r"I (?:hate|dislike) ([\w ]+)", text):
        rule = {**_NO_RULE, "kind": "AVOID_EXERCISE", "exercise": match[1]}
        found.append({**rule, "text": f"Would rather not do {match[1]}.", "evidence": match[0]})
    if (knee := re.search(r"[Mm]y knee hurts[\w ]*", text)) is not None:
        rule = {**_NO_RULE, "kind": "LIMITATION", "limitation": "KNEE"}
        found.append({**rule, "text": "The knee hurts and is to be spared.", "evidence": knee[0]})
    return found


_USES: dict[str, Callable[[Material], dict[str, Json]]] = {
    "questions": _questions,
    "brief": _brief,
    "message": _message,
    "lessons": _lessons,
    "trial": lambda _told: {"ready": True},
}
