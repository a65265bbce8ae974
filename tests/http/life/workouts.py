"""What an athlete of the test does with a day of their plan, as the app logs it."""

from tests.http.life.served import Answer

KNOWN_BY_FEEL_KG = 24.0
"""What is lifted where the plan gives an effort alone."""


def workout(day: Answer, *, rpe_above: float = 0.0, **more: object) -> Answer:
    """The day done as planned, each set so much harder than it was meant to be."""
    client_id = f"workout-{day['date']}"
    return {
        "clientId": client_id,
        "dayId": day["id"],
        "completion": "DONE",
        "sets": [one for activity in day["activities"] for one in _sets(activity, rpe_above)],
        "endurance": [
            {"activityId": activity["id"], "minutes": activity["totalMinutes"]}
            for activity in day["activities"]
            if "sport" in activity
        ],
        **more,
    }


def tonnage(logged: Answer) -> float:
    """Kilograms, all repetitions of all sets."""
    return float(sum((one.get("loadKg") or 0) * (one.get("reps") or 0) for one in logged["sets"]))


def _sets(activity: Answer, rpe_above: float) -> list[Answer]:
    if "exercise" not in activity:
        return []
    weighs = bool(set(activity["exercise"]["equipment"]) & {"DUMBBELL", "BARBELL", "KETTLEBELL"})
    return [
        {
            "activityId": activity["id"],
            "setNumber": number,
            "reps": planned["reps"],
            "durationSeconds": planned["durationSeconds"],
            "loadKg": (planned["loadKg"] or KNOWN_BY_FEEL_KG) if weighs and planned["reps"] else None,
            "rpe": min(10.0, planned["rpe"] + rpe_above) if planned["rpe"] else None,
        }
        for number, planned in enumerate(activity["sets"], start=1)
    ]
