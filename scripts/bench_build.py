"""bench-build 命令：同样的文章，与原装 MkDocs-Material、Zensical、Hugo 比快慢和内存。

各家轮流跑，给出中位数；除了经过的时间，也记处理器时间，机器忙的时候看它更准。
"""

if __name__ == "__main__":
    from entering import enter_environment

    enter_environment()

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_peers import PEERS, Peer, install
from bench_serve import Server, compare_servers
from cli import command_parser
from environment import ROOT
from msgspec import Struct

from casebook.book import Book
from casebook.inspection import Place, inspect_all
from casebook.pages.site import build_site

EXAMPLES = ["--counts 20 1000 --runs 3", "--counts 10000 100000 --alone"]
OURS = "以案释法"
_PREVIEWED = (OURS, "Hugo")
COLD, SAME, EDIT = "从头", "没有变", "改一处"


class Cost(Struct, frozen=True):
    """一次运行：经过的秒数、处理器秒数、内存峰值（MB）。"""

    wall: float
    cpu: float
    memory: float


class Contestant(Struct, frozen=True):
    """一家：名字、运行一次的命令、在哪里运行、从头做之前要删的、改一处改哪个文件。"""

    name: str
    command: list[str]
    env: dict[str, str]
    folder: Path
    leftovers: tuple[Path, ...]
    edited: Path
    serve: Callable[[int], list[str]]

    def measure(self, kind: str, turn: int) -> Cost:
        """跑一次。"""
        if kind == COLD:
            for path in self.leftovers:
                shutil.rmtree(path, ignore_errors=True)
        if kind == EDIT:
            self.edit(turn)
        return measure(self.command, self.env, self.folder)

    def edit(self, turn: int) -> str:
        """改一处标题，返回改成什么。"""
        title = f"第{turn}次改的标题"
        lines = self.edited.read_text(encoding="utf-8").split("\n")
        at = next(i for i, line in enumerate(lines) if line.startswith(("标题:", "title:")))
        lines[at] = f"{lines[at].split(':')[0]}: {title}"
        self.edited.write_text("\n".join(lines), encoding="utf-8")
        return title

    def server(self) -> Server:
        """这一家的预览。"""
        page = f"/news/{self.edited.stem}.html"
        return Server(self.name, self.serve, self.env, self.folder, page, self.edit)


def main(argv: list[str]) -> int:
    """比一比，打印 Markdown 表格，返回退出码。"""
    parser = command_parser("bench-build", "与别的生成器比快慢和内存。", EXAMPLES)
    parser.add_argument("--counts", metavar="件数", nargs="+", type=int, default=[20, 1000])
    parser.add_argument("--runs", metavar="次数", type=int, default=3, help="每样跑几次，取中位数")
    parser.add_argument("--alone", action="store_true", help="只量自己")
    parser.add_argument("--serve", action="store_true", help="只比预览：改一处，多久看得到")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="casebook-bench-") as temporary:
        work = Path(temporary)
        peers = () if options.alone else PEERS
        for peer in peers:
            install(peer, work / f"venv-{peer.name}")
        print(
            f"{platform.platform(terse=True)}，{os.cpu_count()} 核，{time.strftime('%Y-%m-%d')}\n"
        )
        if options.serve:
            for count in options.counts:
                found = [one for one in contestants(work, count, peers) if one.name in _PREVIEWED]
                print_servers([one.server() for one in found], count, options.runs)
            return 0
        print(
            "| 件数 | 做什么 | 哪家 | 秒 | 处理器秒 | 内存 MB | 比自己 |\n"
            "|--:|--|--|--:|--:|--:|--:|"
        )
        for count in options.counts:
            compare(contestants(work, count, peers), count, options.runs)
    return 0


def contestants(work: Path, count: int, peers: tuple[Peer, ...]) -> list[Contestant]:
    """备好各家的文件。"""
    data = work / f"data-{count}"
    script = str(ROOT / "scripts" / "manage.py")
    make = [sys.executable, script, "make-records", "--count", str(count), "--out", str(data)]
    subprocess.run(make, check=True, stdout=sys.stderr)
    out, cache = work / f"out-{count}", work / f"cache-{count}"
    build = [sys.executable, script, "build", "--data", str(data), "--out", str(out)]
    env = {**os.environ, "CASEBOOK_CACHE": str(cache)}
    case = min((data / "cases").rglob("*.yml"))

    def serve(port: int) -> list[str]:
        return [sys.executable, script, "serve", "--data", str(data), "--port", str(port)]

    found = [Contestant(OURS, build, env, ROOT, (out, cache), case, serve)]
    if peers:
        book = inspect_all(Place(data, "cases_data"), None, None).publishable
        assert book is not None
        found += [_rival(peer, work, count, book) for peer in peers]
    return found


def _rival(peer: Peer, work: Path, count: int, book: Book) -> Contestant:
    folder = work / f"{peer.name}-{count}"
    articles = [article for article in build_site(book).articles if article.listed]
    peer.prepare(folder, articles)
    command, env = peer.run(folder, work / f"venv-{peer.name}")
    leftovers = tuple(folder / name for name in ("site", "public", ".cache", "resources"))
    page = min((folder / peer.content / "news").glob("2*.md"))

    def serve(port: int) -> list[str]:
        return [command[0], "server", "--port", str(port)]

    return Contestant(peer.name, command, env, folder, leftovers, page, serve)


def compare(found: list[Contestant], count: int, runs: int) -> None:
    """轮流跑，每样一行。"""
    costs: dict[tuple[str, str], list[Cost]] = {}
    for turn in range(runs):
        for kind in (COLD, SAME, EDIT):
            for one in found:
                costs.setdefault((kind, one.name), []).append(one.measure(kind, turn))
    for kind in (COLD, SAME, EDIT):
        own = _median(costs[kind, found[0].name], lambda cost: cost.cpu)
        for one in found:
            mine = costs[kind, one.name]
            wall, cpu = _median(mine, lambda cost: cost.wall), _median(mine, lambda cost: cost.cpu)
            memory = _median(mine, lambda cost: cost.memory)
            row = (f"{count}", kind, one.name, f"{wall:.2f}", f"{cpu:.2f}", f"{memory:.0f}")
            print(f"| {' | '.join(row)} | {cpu / own:.2f} |", flush=True)


def print_servers(servers: list[Server], count: int, runs: int) -> None:
    """预览的快慢，一家一行。"""
    spent = compare_servers(servers, runs)
    print("| 件数 | 预览 | 改到看见（秒） | 比自己 |\n|--:|--|--:|--:|")
    for name, seconds in spent.items():
        print(f"| {count} | {name} | {seconds:.2f} | {seconds / spent[OURS]:.2f} |", flush=True)


def measure(command: list[str], env: dict[str, str], folder: Path) -> Cost:
    """运行一条命令，连同它的子进程一起量；失败则停。"""
    began = time.perf_counter()
    timed = ["/usr/bin/env", sys.executable, "-c", _PROBE, *command]
    done = subprocess.run(
        timed, env=env, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    wall = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(f"{command[0]} 没有成功：\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    cpu, memory = map(float, done.stderr.rsplit("\n", 2)[-2].split())
    return Cost(wall, cpu, memory / 1024)


_PROBE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


def _median(costs: list[Cost], of: Callable[[Cost], float]) -> float:
    return statistics.median(map(of, costs))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
