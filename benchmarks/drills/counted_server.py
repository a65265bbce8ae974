"""`coachbook serve --no-worker`, which also writes the number of its tasks into a file when it gets SIGUSR1."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from app import application
from settings import read_settings  # noqa: TID251 - it stands in for cli.py
from web.logs import set_up_logs
from web.server import Server, listening, new_event_loop, on_signals
from web.subscriptions.streams import Streams


async def serve(tasks_file: Path) -> None:
    settings = read_settings()
    assert settings.database_url is not None
    streams = Streams()
    set_up_logs(level=settings.log_level, file=settings.log_file, is_json=True)

    def write() -> None:
        tasks_file.with_suffix(".new").write_text(str(len(asyncio.all_tasks())))
        tasks_file.with_suffix(".new").replace(tasks_file)

    with listening(settings.host, settings.port) as opened:
        url = settings.database_url.get_secret_value()
        async with application(settings, url, with_worker=False, streams=streams) as app:
            asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, write)
            server = Server(app, lambda: None, on_stopping=streams.stop)
            on_signals(server.stop)
            await server.serve(sockets=[opened])


if __name__ == "__main__":
    os.environ.pop("OPENAI_API_KEY", None)
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(serve(Path(sys.argv[1])))
