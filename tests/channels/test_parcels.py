"""成品没有变的不重做：变了什么，该重做的都重做，写出来与从头做的逐字节一样。"""

from collections.abc import Callable
from pathlib import Path

import pytest

from casebook.channels.edition import Newsroom
from casebook.inspection import Place
from casebook.memory.cache import Cache
from casebook.publishing.parcels import Delivery, Order, deliver
from casebook.publishing.workshop import Workshop
from casebook.workforce import Workforce
from tests.publication import contents
from tests.test_cached import edit, small_data
from tests.workbench import replace_line

VERSION = "版本"
ARTICLES = 15
"""四件案子的短讯、其中两件的解读，九个案由的指南。"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return small_data(tmp_path)


def make(data: Path, out: Path, cache: str = "cache", version: str = VERSION) -> Delivery:
    workshop = Workshop(Cache(data.parent / cache, version), Workforce())
    inspection = workshop.inspect(Place(data, data.name), None, None, None)
    assert inspection.publishable is not None, inspection.problems
    newsroom = Newsroom(inspection.publishable)
    order = Order(newsroom, newsroom.drafts(), (), out, data.parent / "drawn")
    return deliver(order, workshop.cache, workshop.workforce)


def test_what_has_not_changed_is_not_made_again(data: Path) -> None:
    out = data.parent / "out"
    assert make(data, out) == Delivery(ARTICLES, 0, ())
    before = {path: path.stat() for path in out.rglob("*")}
    assert make(data, out) == Delivery(0, ARTICLES, ())
    assert {path: path.stat() for path in out.rglob("*")} == before


def retitle(data: Path) -> None:
    edit(data / "cases" / "2025" / "2025-001.yml", "标题", "换了一个标题")


def tell_differently(data: Path) -> None:
    replace_line(
        data / "matters" / "straw-burning.yml", "一把火烧了，行不行？", "一把火烧掉，行不行？"
    )


def change_town(data: Path) -> None:
    edit(data / "town.yml", "法院", "某区人民法院")


def change_law(data: Path) -> None:
    edit(data / "statutes" / "air-pollution-law.yml", "简称", "[大气防治法]")


def change_today(data: Path) -> None:
    edit(data / "town.yml", "基准日期", "2026-08-01")


def withdraw(data: Path) -> None:
    path = data / "cases" / "2025" / "2025-001.yml"
    withdrawal = "撤回:\n  日期: 2025-12-01\n  理由: 处罚决定被依法撤销\n"
    path.write_text(path.read_text(encoding="utf-8") + withdrawal, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "remade"),
    [
        (retitle, 4),  # 短讯、解读、指南、下一篇解读，后两样都列着它
        (tell_differently, 6),  # 三篇短讯、两篇解读、指南
        (change_town, ARTICLES),
        (change_law, ARTICLES),
        (change_today, ARTICLES),
        (withdraw, 2),  # 撤回的不送；指南、下一篇解读里没有了它
    ],
)
def test_what_depends_on_a_change_is_made_again(
    data: Path, change: Callable[[Path], None], remade: int
) -> None:
    out, fresh = data.parent / "out", data.parent / "fresh"
    make(data, out)
    change(data)
    assert make(data, out).made == remade
    make(data, fresh, "another")
    expected = contents(fresh)
    assert {name: contents(out)[name] for name in expected} == expected


def test_another_version_of_the_program_makes_everything_again(data: Path) -> None:
    out = data.parent / "out"
    make(data, out)
    assert make(data, out, version="新版本") == Delivery(ARTICLES, 0, ())


def test_a_changed_or_lost_file_is_put_back(data: Path) -> None:
    out = data.parent / "out"
    make(data, out)
    before = contents(out)
    (out / "2025-001" / "title.txt").write_text("改坏了", encoding="utf-8")
    (out / "straw-burning" / "banner.txt").unlink()
    assert make(data, out) == Delivery(2, ARTICLES - 2, ())
    assert contents(out) == before


def test_another_folder_starts_from_nothing(data: Path) -> None:
    assert make(data, data.parent / "one") == make(data, data.parent / "two")
    assert contents(data.parent / "one") == contents(data.parent / "two")
