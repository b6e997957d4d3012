"""盯着文件夹：由系统告知哪里变了，一变就知道，平时不费电；系统不肯的（网络盘）改为隔一会儿看一遍。"""

from pathlib import Path

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""只有这几样算变；打开来读一读不算。"""


class Watcher:
    """几处地方的变化告诉各自的 `handler`；样子与 watchdog 的 Observer 相同，可以替它。"""

    def __init__(self) -> None:
        self._watched: list[tuple[FileSystemEventHandler, str, bool]] = []
        self._observer: BaseObserver | None = None

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = True
    ) -> None:
        """盯着 `path`。只盯一个文件的，盯它所在的文件夹：编辑器常写一份新的换上去。"""
        if Path(path).is_file():
            path, recursive = str(Path(path).parent), False
        self._watched.append((handler, path, recursive))

    def start(self) -> None:
        """开始盯。"""
        try:
            self._observer = self._started(Observer())
        except OSError:  # 系统能盯的用完了，或者这个盘不支持
            self._observer = self._started(PollingObserver())

    def stop(self) -> None:
        """不再盯；没有开始过也可以。"""
        if self._observer is not None:
            self._observer.stop()

    def join(self) -> None:
        """等它停好。"""
        if self._observer is not None:
            self._observer.join()

    def _started(self, observer: BaseObserver) -> BaseObserver:
        for handler, path, recursive in self._watched:
            observer.schedule(handler, path, recursive=recursive, event_filter=CHANGES)
        try:
            observer.start()
        except OSError:
            observer.stop()
            raise
        return observer
