"""计时：每道工序用了多少秒。分给几个进程做的，各进程用的时间相加。"""

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


class Clock:
    """一次构建的计时。"""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._began = time.perf_counter()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """记下里面用的时间。"""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.spent[name] += time.perf_counter() - began  # type: ignore[assignment]

    def add(self, spent: Mapping[str, float]) -> None:
        """加上别处（别的进程）用的时间。"""
        for name, seconds in spent.items():
            self.spent[name] += seconds  # type: ignore[assignment]

    @property
    def total(self) -> float:
        """从开始到现在，秒。"""
        return time.perf_counter() - self._began

    def lines(self) -> Iterator[str]:
        """一道工序一行。"""
        for name, seconds in self.spent.items():
            yield f"{seconds:8.2f} 秒  {name}"
