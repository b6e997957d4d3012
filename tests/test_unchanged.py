"""什么都没有变就不再生成：数据、程序、选项、网站动了任何一处都不算没有变。"""

from pathlib import Path

import pytest
import unchanged
from unchanged import Record


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """一份数据、一处程序、一个网站；放了一会儿没有人动过。"""
    for name in ("data/a.yml", "hooks/code.py", "site/index.html", "site/news/1.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("原样", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("原样", encoding="utf-8")
    monkeypatch.setattr(unchanged, "_SOURCES", (tmp_path / "hooks",))
    monkeypatch.setattr(unchanged, "_SETTINGS", (tmp_path / "mkdocs.yml",))
    monkeypatch.setattr(unchanged, "_SETTLED", -(10**12))
    return tmp_path


def record(places: Path, wishes: str = "") -> Record:
    return Record(places / "record.json", places / "site", places / "data", wishes)


def rewrite(path: Path) -> None:
    path.write_text("动过了", encoding="utf-8")


def test_nothing_changed_holds(places: Path) -> None:
    assert not record(places).holds()
    record(places).save()
    assert record(places).holds()
    assert record(places).holds()


@pytest.mark.parametrize(
    "name", ["data/a.yml", "hooks/code.py", "mkdocs.yml", "site/index.html", "site/news/1.html"]
)
def test_any_file_touched_does_not_hold(places: Path, name: str) -> None:
    record(places).save()
    rewrite(places / name)
    assert not record(places).holds()


def test_added_and_removed_files_do_not_hold(places: Path) -> None:
    record(places).save()
    (places / "site" / "news" / "1.html").rename(places / "site" / "news" / "2.html")
    assert not record(places).holds()
    (places / "site" / "news" / "2.html").rename(places / "site" / "news" / "1.html")
    assert record(places).holds()
    rewrite(places / "data" / "b.yml")
    assert not record(places).holds()


def test_other_wishes_and_settings_do_not_hold(
    places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(places).save()
    assert not record(places, "2026-01-01").holds()
    monkeypatch.setenv("CASEBOOK_PRIVATE", str(places))
    assert not record(places).holds()


def test_data_edited_while_building_is_not_recorded(places: Path) -> None:
    building = record(places)
    rewrite(places / "data" / "a.yml")
    building.save()
    assert not record(places).holds()


def test_data_edited_just_before_building_is_not_recorded(
    places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """磁盘记的时间粗，紧接着再改一次看不出来，所以等它过去。"""
    monkeypatch.setattr(unchanged, "_SETTLED", 2_000_000_000)
    building = record(places)
    building.save()
    assert not record(places).holds()


def test_damaged_record_does_not_hold(places: Path) -> None:
    record(places).save()
    for text in ("{", "[]", '{"inputs": 3}'):
        (places / "record.json").write_text(text, encoding="utf-8")
        assert not record(places).holds()


def test_missing_site_does_not_hold(places: Path) -> None:
    record(places).save()
    (places / "site").rename(places / "gone")
    assert not record(places).holds()
