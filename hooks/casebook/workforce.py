"""人手：许多份互不相干的活，少就当场做，多就分给几个进程。结果总按原来的次序，与几个进程无关。"""

import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from msgspec import Struct

R = TypeVar("R")
Work = Callable[[int], R]
WORTH_SPLITTING = 80
"""一个进程至少有这么多份活，才值得为它起一个进程。"""
CHUNK = 16
PATIENCE_SECONDS = 1.0


class Workforce(Struct, frozen=True):
    """最多用几个进程；`shows` 为真时在终端里显示进度。"""

    processes: int = 1
    shows: bool = False

    @classmethod
    def of_this_machine(cls) -> "Workforce":
        """这台机器有几个核就用几个；CASEBOOK_PROCESSES 可以另定。进度只显示在终端里。"""
        given = os.environ.get("CASEBOOK_PROCESSES", "")
        cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
        quiet = os.environ.get("CI") == "true" or not sys.stderr.isatty()
        return cls(int(given) if given.isdigit() and int(given) else cores, not quiet)

    def each(self, name: str, work: Work[R], count: int) -> Iterator[R]:
        """对 0 到 `count - 1` 各做一次，依次给出结果。`work` 的结果要能传过进程。"""
        processes = min(self.processes, count // WORTH_SPLITTING)
        if processes < 2 or not _can_be_sent(work):
            results: Iterator[R] = map(work, range(count))
        else:
            results = _spread(work, count, processes)
        return self._shown(name, results, count)

    def _shown(self, name: str, results: Iterator[R], count: int) -> Iterator[R]:
        return _with_bar(name, results, count) if self.shows else results


def _with_bar(name: str, results: Iterator[R], count: int) -> Iterator[R]:
    """做了一秒还没做完才显示进度；很快做完的，不必为它装进度条。"""
    from_here, bar = time.monotonic(), None
    try:
        for done, result in enumerate(results):
            if bar is None and time.monotonic() - from_here > PATIENCE_SECONDS:
                from tqdm import tqdm

                bar = tqdm(desc=name, total=count, initial=done, unit="份", leave=False)
            if bar is not None:
                bar.update()
            yield result
    finally:
        if bar is not None:
            bar.close()


def _spread(work: Work[R], count: int, processes: int) -> Iterator[R]:
    # 份数少的命令用不着它们，提交前的几道钩子才快
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(processes, get_context(_METHOD), _begin, (work,)) as pool:
        for done in pool.map(_do_chunk, range(0, count, CHUNK), [count] * -(-count // CHUNK)):
            yield from done


def _can_be_sent(work: Work[Any]) -> bool:
    """不能复制本进程的系统上，活要能打包送过去；送不了就当场做。"""
    if _METHOD == "fork":
        return True
    try:
        pickle.dumps(work)
    except Exception:  # 打包失败的原因各式各样，都一样处理
        return False
    return True


# 只有 Linux 上复制进程是稳妥的，也最省：记录、模板都不必再读一遍。
_METHOD = "fork" if sys.platform == "linux" else "spawn"
_assigned: list[Work[Any]] = []
"""只在工作进程里有内容：它要做的活。"""


def _begin(work: Work[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C 由派活的进程来管，手上的做完就散
    _assigned[:] = [work]


def _do_chunk(start: int, count: int) -> list[Any]:
    return [_assigned[0](index) for index in range(start, min(start + CHUNK, count))]
