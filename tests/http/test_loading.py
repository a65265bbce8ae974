"""What no setting asks for is not loaded: the program takes long enough to start without it."""

import subprocess
import sys
from pathlib import Path

ASKED_FOR = ("limits", "openai", "opentelemetry.sdk", "prometheus_client", "redis", "sentry_sdk")


def test_the_server_is_loaded_without_what_only_some_settings_need() -> None:
    asked = f"import sys, app, web.server; print([name for name in {ASKED_FOR} if name in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", asked], cwd=root, capture_output=True, text=True, timeout=120)

    assert done.stdout.strip() == "[]", done.stderr
