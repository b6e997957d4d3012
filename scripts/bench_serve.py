"""预览快不快：开着预览改一处，到页面换上要多少秒；与 Hugo 的预览轮流量。"""

import socket
import statistics
import subprocess
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from msgspec import Struct

PATIENCE = 600.0
GLANCE = 0.01
"""隔多久看一眼页面，秒。"""
Edit = Callable[[int], str]
"""改第几次；返回改过以后页面上应当看到的话。"""


class Server(Struct, frozen=True):
    """一家的预览：名字、给了端口怎样运行、在哪里运行、看哪一页、怎样改。"""

    name: str
    command: Callable[[int], list[str]]
    env: dict[str, str]
    folder: Path
    page: str
    edit: Edit


def compare_servers(servers: list[Server], runs: int) -> dict[str, float]:
    """各家轮流改，返回每家从改好到看见的中位数，秒。"""
    started = [(server, *_start(server)) for server in servers]
    spent: dict[str, list[float]] = {server.name: [] for server in servers}
    try:
        for server, _, port in started:
            _wait_for(server, port, "")
        for turn in range(runs):
            for server, _, port in started:
                awaited = server.edit(turn)
                began = time.perf_counter()
                _wait_for(server, port, awaited)
                spent[server.name].append(time.perf_counter() - began)
    finally:
        for _, process, _ in started:
            process.terminate()
            process.wait()
    return {name: statistics.median(seconds) for name, seconds in spent.items()}


def _start(server: Server) -> tuple[subprocess.Popen[bytes], int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen(
        server.command(port),
        env=server.env,
        cwd=server.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return process, port


def _wait_for(server: Server, port: int, text: str) -> None:
    """等到页面打得开，而且看得见 `text`。"""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", server.page)
            answer = connection.getresponse()
            page = answer.read().decode("utf-8", "replace")
            if answer.status == 200 and text in page:
                return
        except (OSError, HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(GLANCE)
    raise SystemExit(f"{server.name} 的预览等不到“{text}”。")
