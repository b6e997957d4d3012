"""出版：样张与主题印的不同就不出版；档案再大，一篇文章的字节也不变。"""

import shutil
from pathlib import Path

import pytest

from casebook.frame.slots import FrameProblem
from casebook.frame.stock import StockPage
from tests.publication import contents, publish, shell
from tests.test_cached import edit, small_data
from tests.workbench import DATA

OTHER = DATA / "cases" / "2025" / "2025-005.yml"
"""另一个案由的案件。"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return small_data(tmp_path)


def test_a_theme_that_prints_what_no_slot_holds_stops_the_build(data: Path, tmp_path: Path) -> None:
    def theme(page: StockPage) -> str:
        return f"{shell(page)}<!-- 正文 {len(page.body)} 字 -->"

    with pytest.raises(FrameProblem, match="样张填成的页与 MkDocs 印的不同"):
        publish(data, tmp_path / "cache", tmp_path / "site", theme=theme)
    assert not contents(tmp_path / "site")


def test_an_article_is_the_same_bytes_however_large_the_archive(data: Path, tmp_path: Path) -> None:
    publish(data, tmp_path / "cache", tmp_path / "site")
    few = contents(tmp_path / "site")
    assert "案由: 露天焚烧秸秆" not in OTHER.read_text(encoding="utf-8")
    for number in range(200, 400):
        path = data / "cases" / "2025" / f"2025-{number}.yml"
        shutil.copy2(OTHER, path)
        edit(path, "编号", path.stem)
        edit(path, "文书号", f"津宝大口屯罚决〔2025〕{number}号")
    assert publish(data, tmp_path / "cache", tmp_path / "site") is not None
    many = contents(tmp_path / "site")
    articles = [name for name in few if name[:5] in ("cases", "news/") and "2025-0" in name]
    assert len(many) > len(few) + 400
    assert len(articles) >= 8
    assert [name for name in articles if many[name] != few[name]] == []
