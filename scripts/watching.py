"""盯着几个文件夹：里面的文件一变就再做一遍。"""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler

from casebook.watching import Watcher

SETTLE_SECONDS = 0.3
WATCHED = frozenset({".yml", ".yaml", ".md"})


class _Bell(FileSystemEventHandler):
    """有文件变了就响。"""

    def __init__(self) -> None:
        self.rung = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = (str(event.src_path), str(event.dest_path or ""))
        if any(Path(name).suffix in WATCHED for name in names):
            self.rung.set()


def repeat_on_change(folders: Iterable[Path], action: Callable[[], object]) -> None:
    """先做一遍，以后每变一次做一遍，直到 Ctrl+C。"""
    bell = _Bell()
    watcher = Watcher()
    for folder in folders:
        watcher.schedule(bell, str(folder))
    watcher.start()
    try:
        while True:
            action()
            while not bell.rung.wait(1):
                pass
            threading.Event().wait(SETTLE_SECONDS)  # 编辑器存一次盘会有好几个事件
            bell.rung.clear()
    finally:
        watcher.stop()
        watcher.join()
