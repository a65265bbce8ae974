"""One athlete goes the whole way, against a server over a real socket."""

import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

OPERATIONS = Path(__file__).with_name("operations.graphql").read_text(encoding="utf-8")
Json = dict[str, Any]  # a response's data: its shape is the operation's

GOAL = "I want to get stronger and feel fitter; my back is stiff from sitting all day."
MESSAGE = "My knee hurts on lunges, please swap them. And I cannot train on Fridays."
GENERATION_SECONDS = 120
SCRIPTED_CHOICES = {
    "FOCUS": ["MUSCLE"],
    "SCHEDULE": ["MONDAY", "WEDNESDAY", "FRIDAY", "SATURDAY"],
    "EQUIPMENT": ["DUMBBELL", "BENCH", "BANDS", "PULL_UP_BAR"],
}


class DemoFailed(Exception):
    """The server answered something that the demo cannot go on from; the text says what."""


@dataclass(frozen=True)
class Api:
    """One athlete's access to a server."""

    url: str
    token: str

    def run(self, operation: str, **variables: object) -> Json:
        """The data of an operation's one root field. Raises DemoFailed for errors and problems."""
        body = {"query": OPERATIONS, "operationName": operation, "variables": variables}
        headers = {"authorization": f"Bearer {self.token}"}
        response = httpx2.post(f"{self.url}/graphql", json=body, headers=headers, timeout=30)
        answer = response.json()
        if "errors" in answer:
            raise DemoFailed(f"The server answered {response.status_code}: {answer['errors'][0]['message']}")
        (found,) = answer["data"].values()
        if "message" in found:  # which only problems have
            raise DemoFailed(f"{found['__typename']}: {found['message']} {found.get('fields', '')}")
        return dict(found)


def run(*, url: str, sign: Callable[[str], str], console: Console) -> None:
    """Go the whole way once, as a new athlete. `sign` makes a token for a subject. Raises DemoFailed."""
    api = Api(url, sign(f"demo-{uuid.uuid4().hex[:8]}"))
    questions = _onboard(api, console)
    _answer(api, questions, console)
    plan = _generate(api, console)
    _show_week(plan, console)
    plan = _talk(api, plan, console)
    _accept(api, plan, console)
    _show_playbook(api, console)
    console.print("\n[bold green]That was the whole way.[/] Explore it yourself: [bold]make run[/]")


def _onboard(api: Api, console: Console) -> list[Json]:
    console.rule("1. A profile, in the athlete's own words")
    profile = {
        "displayName": "Ann",
        "birthYear": time.gmtime().tm_year - 34,
        "gender": "FEMALE",
        "heightCm": 170,
        "weightKg": 66,
        "timeZone": "Europe/Amsterdam",
        "goal": GOAL,
        "experience": "INTERMEDIATE",
    }
    saved = api.run("SaveProfile", input=profile)
    console.print(f"[italic]{GOAL}[/]")
    question_set = saved["athlete"]["onboarding"]["questions"]
    console.print(f"\n[bold]Coach:[/] {question_set['message']}")
    return list(question_set["questions"])


def _answer(api: Api, questions: list[Json], console: Console) -> None:
    console.rule("2. A few questions")
    chosen = [question for question in questions if question["isRequired"] or question["topic"] == "PREFERENCES"]
    answers = [(question, _scripted_answer(question)) for question in chosen]
    table = Table("Question", "Answer", show_lines=False)
    for question, value in answers:
        table.add_row(question["text"], _in_words(question, value))
    console.print(table)
    console.print(f"{len(questions) - len(chosen)} more may be answered at any time.")
    sent = [{"questionId": question["id"], "value": value} for question, value in answers]
    saved = api.run("SaveAnswers", input={"answers": sent})
    console.print(f"Next: [bold]{saved['athlete']['onboarding']['stage']}[/]")


def _scripted_answer(question: Json) -> Json:
    match question["__typename"]:
        case "ChoiceQuestion":
            return {"choices": _scripted_choices(question)}
        case "SliderQuestion":
            return {"number": _on_scale(question)}
        case "RatingQuestion":
            return {"number": (question["lowest"] + question["highest"]) // 2}
        case "ConfirmationQuestion":
            return {"confirmation": {"isConfirmed": False}}
        case _:
            return {"text": "Burpees" if question["id"] == "dislikes" else "Too little time, mostly"}


def _scripted_choices(question: Json) -> list[str]:
    offered = [option["value"] for option in question["options"]]
    wanted = [value for value in SCRIPTED_CHOICES.get(question["topic"], []) if value in offered]
    if not wanted:
        wanted = [value for value in offered if value in {"NONE", "NO", "NOTHING"}] or offered[:1]
    return wanted if question["allowsMultiple"] else wanted[:1]


def _on_scale(question: Json) -> float:
    """45 minutes where that is asked; else the lowest, which says "nothing yet" on every other scale."""
    lowest, step = float(question["minimum"]), float(question["step"])
    return lowest + step * round((45 - lowest) / step) if question["topic"] == "SESSION_LENGTH" else lowest


def _in_words(question: Json, value: Json) -> str:
    if "choices" in value:
        labels = {option["value"]: option["label"] for option in question["options"]}
        return ", ".join(labels[choice] for choice in value["choices"])
    if "confirmation" in value:
        return "Yes" if value["confirmation"]["isConfirmed"] else "No"
    if "number" in value:
        unit = str(question.get("unit", "")).replace("_", " ").lower()
        return f"{value['number']:g} {unit if unit != 'count' else ''}".strip()
    return str(value["text"])


def _generate(api: Api, console: Console) -> Json:
    console.rule("3. The plan is made")
    key = f"demo-{uuid.uuid4()}"
    generation = api.run("GeneratePlan", input={"idempotencyKey": key, "weeks": 4})["generation"]
    with Progress(TextColumn("{task.description:>17}"), BarColumn(), console=console) as progress:
        task = progress.add_task("WAITING", total=1.0)
        for state in _states(api, generation["id"]):
            progress.update(task, completed=state["progress"], description=state["stage"])
            generation = state
    if generation["status"] != "SUCCEEDED":
        raise DemoFailed(f"The generation ended as {generation['status']}: {generation['failure']}")
    return api.run("ReadPlan", id=generation["plan"]["id"])


def _states(api: Api, generation_id: str) -> Iterator[Json]:
    """The generation as it is, ten times a second, until it has finished."""
    for _ in range(GENERATION_SECONDS * 10):
        state = api.run("FollowGeneration", id=generation_id)
        yield state
        if state["finishedAt"]:
            return
        time.sleep(0.1)
    raise DemoFailed("The generation did not finish in time. Is a worker running?")


def _show_week(plan: Json, console: Console) -> None:
    console.print(f"\n[bold]{plan['title']}[/]\n{plan['summary']}\n")
    table = Table("Day", "Session", "Min", "What", title=f"Week 1: {plan['weeks'][0]['focus']}", show_lines=True)
    for day in plan["weeks"][0]["days"]:
        lines = "\n".join(_activity_line(activity) for activity in day["activities"])
        table.add_row(
            f"{day['weekday'][:3].title()} {day['date']}", day["title"], str(day["estimatedMinutes"] or ""), lines
        )
    console.print(table)


def _activity_line(activity: Json) -> str:
    if activity["__typename"] == "EnduranceActivity":
        return f"{activity['title']}, {activity['totalMinutes']:g} min"
    working = [target for target in activity["sets"] if target["kind"] == "WORKING"]
    target = working[0]
    amount = f"{target['reps']}" if target["reps"] else f"{target['durationSeconds']} s"
    load = f" @ {target['loadKg']:g} kg" if target["loadKg"] else ""
    return f"{activity['exercise']['name']}: {len(working)} x {amount}{load}, RPE {target['rpe']:g}"


def _talk(api: Api, plan: Json, console: Console) -> Json:
    console.rule("4. A word with the coach")
    console.print(f"[bold]Ann:[/] {MESSAGE}")
    key = f"demo-{uuid.uuid4()}"
    answer = api.run("SubmitFeedback", input={"idempotencyKey": key, "planId": plan["id"], "message": MESSAGE})
    console.print(f"[bold]Coach:[/] {answer['reply']['text']}\n")
    for change in answer["changes"][:8]:
        console.print(f"  [cyan]{change['date'] or 'plan'}[/] {change['description']}")
    left = len(answer["changes"]) - 8
    console.print(f"  and {left} more changes" if left > 0 else "")
    _show_week(answer["plan"], console)
    return dict(answer["plan"])


def _accept(api: Api, plan: Json, console: Console) -> None:
    console.rule("5. The plan is accepted")
    accepted = api.run("AcceptPlan", input={"planId": plan["id"], "expectedVersion": plan["version"]})
    console.print(f"Version {accepted['plan']['version']} is {accepted['plan']['state']}.")


def _show_playbook(api: Api, console: Console) -> None:
    console.rule("6. What the coach has learned")
    playbook = api.run("ReadPlaybook")["playbook"]
    table = Table("Lesson", "Rule", "Firm", "Confidence", "Evidence")
    for lesson in playbook["lessons"]:
        firm = "yes" if lesson["isHard"] else ""
        table.add_row(lesson["text"], lesson["rule"]["kind"], firm, f"{lesson['confidence']:.2f}", lesson["evidence"])
    console.print(table)
