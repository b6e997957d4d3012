"""进程之间的文件锁；进程结束（哪怕被杀）锁自动放开。只用标准库。"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
    import time

    def _acquire(descriptor: int, *, wait: bool) -> None:
        while True:
            try:
                os.lseek(descriptor, 0, os.SEEK_SET)
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    raise
                time.sleep(0.5)
            else:
                return

    def _release(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _acquire(descriptor: int, *, wait: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))

    def _release(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def exclusive_lock(path: Path, waiting: str) -> Iterator[None]:
    """独占 path 这把锁；别的进程拿着时，向标准错误说一句 waiting，然后等。"""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        try:
            _acquire(file.fileno(), wait=False)
        except OSError:
            print(waiting, file=sys.stderr, flush=True)
            _acquire(file.fileno(), wait=True)
        try:
            yield
        finally:
            _release(file.fileno())
