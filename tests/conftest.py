"""各测试共用：项目自带数据的副本、读入的一套记录。"""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.book import Book
from casebook.inspection import Place, inspect_all
from tests.workbench import DATA


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """一份可以随意改的数据。"""
    return Path(shutil.copytree(DATA, tmp_path / "cases_data"))


@pytest.fixture
def interruptible() -> Iterator[None]:
    """在后台跑的测试会忽略 Ctrl+C，子进程跟着忽略；换回平常的样子，测完还原。"""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def book() -> Book:
    """项目自带的数据读成的一套记录。"""
    inspection = inspect_all(Place(DATA, "cases_data"), None, None)
    assert inspection.publishable is not None, inspection.problems
    return inspection.publishable
