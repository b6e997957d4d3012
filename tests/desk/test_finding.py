"""列表：按字、情况、年份找，一页五十份，全凭网址；写错的、过头的也不出错。"""

from datetime import date
from urllib.parse import quote

import pytest

from casebook.desk.finding import ROWS_A_PAGE, Search, find_rows
from casebook.desk.states import Row, State
from tests.desk.conftest import Visitor


def row(number: int, state: State = State.PUBLIC, year: int = 2025) -> Row:
    return Row(
        kind="cases",
        id=f"{year}-{number:03}",
        title=f"第 {number} 件",
        matter="露天焚烧秸秆" if number % 2 else "占道经营",
        day=date(year, 3, 1),
        state=state,
        errors=0,
        warnings=0,
    )


ROWS = [row(number, State.FAULTY if number < 4 else State.PUBLIC) for number in range(1, 121)]
ROWS += [row(number, year=2024) for number in range(1, 11)]


def test_every_row_is_on_exactly_one_page_in_the_same_order() -> None:
    pages = [find_rows(ROWS, Search(page=page)) for page in range(1, 4)]
    assert [found.pages for found in pages] == [3, 3, 3]
    assert [row for found in pages for row in found.rows] == ROWS
    assert [found.first for found in pages] == [1, 51, 101]


def test_state_and_year_narrow_and_each_tells_how_many_the_other_leaves() -> None:
    found = find_rows(ROWS, Search(state=State.FAULTY, year="2025"))
    assert [one.id for one in found.rows] == ["2025-001", "2025-002", "2025-003"]
    assert found.states == {State.FAULTY: 3, State.PUBLIC: 117}
    assert found.years == {"2025": 3}


def test_all_the_words_must_be_there_whatever_the_input_method_typed() -> None:
    found = find_rows(ROWS, Search(words="２０２４－ 占道"))
    assert [one.id for one in found.rows] == [f"2024-{n:03}" for n in (2, 4, 6, 8, 10)]
    assert find_rows(ROWS, Search(words="占道 秸秆")).total == 0


@pytest.mark.parametrize(("page", "given"), [("0", 1), ("99", 3), ("-1", 1), ("二", 1), ("²", 1)])
def test_an_odd_page_number_gives_a_page_that_is_there(page: str, given: int) -> None:
    found = find_rows(ROWS, Search.asked({"page": page}))
    assert found.search.page == given
    assert 0 < len(found.rows) <= ROWS_A_PAGE


def test_a_page_keeps_what_was_looked_for_in_its_address() -> None:
    search = Search.asked({"find": " 秸秆 ", "state": "已公开", "year": "2025"})
    assert search.at(2) == f"/?find={quote('秸秆')}&state={quote('已公开')}&year=2025&page=2"
    assert Search.asked({"state": "没有这种"}) == Search()


def test_the_list_is_searched_without_a_script(visitor: Visitor) -> None:
    page = visitor.get("/?find=2025-b01").text
    assert page.count("<tr>") == 2
    assert "找到 1 份" in page
    assert 'value="2025-b01"' in page
    assert "没有找到" in visitor.get("/?find=" + quote("没有的字")).text
    assert "<script" not in page


def test_many_records_come_a_page_at_a_time(visitor: Visitor) -> None:
    folder = visitor.data / "cases/2025"
    text = (folder / "2025-001.yml").read_text("utf-8")
    for number in range(100, 160):
        fresh = text.replace("2025-001", f"2025-{number}", 1)
        (folder / f"2025-{number}.yml").write_text(fresh, "utf-8")
    first, second = visitor.get("/").text, visitor.get("/?page=2").text
    assert first.count("<tr>") == ROWS_A_PAGE + 1
    assert 'href="/?page=2" rel="next"' in first
    assert 'href="/?page=1" rel="prev"' in second
    assert "这里是第 51 到第" in second
    assert "<title>全部记录，第 2 页" in second
