"""在列表里找：按字、情况、年份筛，一页五十份。全写在网址里，没有脚本也能用、能退回、能收藏。"""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import replace

from casebook.desk.states import Row, State
from casebook.desk.workspace import NAMES

ROWS_A_PAGE = 50


class Search(Struct, frozen=True):
    """要找什么，看第几页（从 1 数起）；空着的不管。"""

    words: str = ""
    state: str = ""
    year: str = ""
    page: int = 1

    @classmethod
    def asked(cls, given: Mapping[str, str]) -> "Search":
        """读网址里的几样；看不懂的当没写。"""
        state, page = given.get("state", ""), given.get("page", "")
        return cls(
            words=given.get("find", "").strip(),
            state=state if state in set(State) else "",
            year=given.get("year", ""),
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 9 else 1,
        )

    @property
    def narrows(self) -> bool:
        """是不是只看一部分。"""
        return bool(self.words or self.state or self.year)

    def at(self, page: int) -> str:
        """同样的找法，第几页的网址。"""
        asked = {"find": self.words, "state": self.state, "year": self.year, "page": page}
        return "/?" + urlencode({name: value for name, value in asked.items() if value})


def _with_words(rows: list[Row], words: str) -> list[Row]:
    """几个字都有的；全角、大小写不计较。"""
    wanted = _plain(words).split()
    if not wanted:
        return rows
    return [row for row in rows if all(word in _plain(_text(row)) for word in wanted)]


def _text(row: Row) -> str:
    return " ".join((NAMES[row.kind], row.id, row.title, row.matter, str(row.day or "")))


def _plain(text: str) -> str:
    """输入法打出的全角数字、大写字母，与半角小写一样看待。"""
    return unicodedata.normalize("NFKC", text).casefold()


class Found(Struct, frozen=True):
    """找到的：这一页的几行、一共几行，以及换一种情况、换一年各有几行。"""

    search: Search
    rows: tuple[Row, ...]
    total: int
    states: Mapping[State, int]
    years: Mapping[str, int]

    @property
    def pages(self) -> int:
        """一共几页，至少一页。"""
        return max(1, -(-self.total // ROWS_A_PAGE))

    @property
    def first(self) -> int:
        """这一页的头一行是第几行，从 1 数起。"""
        return (self.search.page - 1) * ROWS_A_PAGE + 1


def find_rows(rows: list[Row], search: Search) -> Found:
    """照 `search` 找，次序不变；页码过了头就给最后一页。"""
    worded = _with_words(rows, search.words)
    of_state = [row for row in worded if search.state in ("", row.state)]
    of_year = [row for row in worded if search.year in ("", row.year)]
    fitting = [row for row in of_state if search.year in ("", row.year)]
    states, years = Counter(row.state for row in of_year), Counter(row.year for row in of_state)
    found = Found(
        search=search,
        rows=(),
        total=len(fitting),
        states={state: states[state] for state in State if states[state] or state == search.state},
        years=dict(sorted(years.items(), reverse=True)),
    )
    page = min(max(1, search.page), found.pages)
    found = replace(found, search=replace(search, page=page))
    start = found.first - 1
    return replace(found, rows=tuple(fitting[start : start + ROWS_A_PAGE]))
