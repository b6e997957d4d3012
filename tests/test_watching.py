"""盯着文件夹：改了就知道，读一读不算；系统不肯告知的，也还看得见。"""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from casebook.watching import Watcher

PATIENCE, QUIET = 20.0, 1.5
"""等一件会发生的事、等一件不该发生的事，秒。"""


class Bell(FileSystemEventHandler):
    """有动静就响。"""

    def __init__(self) -> None:
        self.rung = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.rung.set()


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    path = tmp_path / "2025" / "记录.yml"
    path.parent.mkdir()
    path.write_text("标题: 一\n", encoding="utf-8")
    return path


Watch = Callable[[Path], Bell]


@pytest.fixture
def watch() -> Iterator[Watch]:
    """开始盯一处，返回它的铃。"""
    watchers: list[Watcher] = []

    def start(path: Path) -> Bell:
        bell, watcher = Bell(), Watcher()
        watcher.schedule(bell, str(path))
        watcher.start()
        watchers.append(watcher)
        return bell

    yield start
    for watcher in watchers:
        watcher.stop()
        watcher.join()


def test_a_change_deep_inside_is_told(watched: Path, watch: Watch) -> None:
    bell = watch(watched.parent.parent)
    watched.write_text("标题: 二\n", encoding="utf-8")
    assert bell.rung.wait(PATIENCE)


def test_reading_is_not_a_change(watched: Path, watch: Watch) -> None:
    bell = watch(watched.parent.parent)
    assert watched.read_text(encoding="utf-8")
    assert not bell.rung.wait(QUIET)


def test_a_single_file_swapped_for_a_new_one_is_told(watched: Path, watch: Watch) -> None:
    bell = watch(watched)
    draft = watched.with_suffix(".new")
    draft.write_text("标题: 三\n", encoding="utf-8")
    draft.replace(watched)
    assert bell.rung.wait(PATIENCE)


def test_where_the_system_will_not_tell_changes_are_still_seen(
    watched: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise OSError("inotify watch limit reached")

    monkeypatch.setattr(Observer, "start", refuse)
    bell = watch(watched.parent.parent)
    watched.write_text("标题: 比原来长\n", encoding="utf-8")
    assert bell.rung.wait(PATIENCE)
