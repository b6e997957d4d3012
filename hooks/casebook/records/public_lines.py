"""本镇公开的号码与备案号，隐私门照放。只看 town.yml 的文字，不必建模型，scan 才启动得快。"""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from casebook.source.document import Source
from casebook.source.nodes import Rows

NATIONAL = frozenset({"110", "119", "120", "122", "12110", "12345", "12348"})


class PublicLines(Struct, frozen=True):
    """可以照登的：电话号码（只含数字），以及网站标识码、备案号的原文。"""

    numbers: frozenset[str] = NATIONAL
    codes: frozenset[str] = frozenset()

    @classmethod
    def of(cls, numbers: Iterable[str | None], codes: Iterable[str | None]) -> "PublicLines":
        """全国通用的号码之外，再加这些；空着的不算。"""
        digits = {"".join(filter(str.isdigit, number)) for number in numbers if number}
        return cls(NATIONAL | digits, frozenset(code for code in codes if code))


def read_public_lines(town: Source) -> PublicLines:
    """从 town.yml 的内容里取；写得不对的略过，由 check 去报。"""
    rows = town.node(("热线",))
    count = len(rows) if isinstance(rows, Rows) else 0
    numbers = [_text(town, "热线", index, "号码") for index in range(count)]
    codes = [_text(town, "页脚", key) for key in ("网站标识码", "ICP备案", "公安备案")]
    return PublicLines.of([*numbers, _text(town, "本镇电话")], codes)


def read_today(town: Source) -> date | None:
    """town.yml 的基准日期；读不出则为 None。"""
    try:
        return date.fromisoformat(_text(town, "基准日期") or "")
    except ValueError:
        return None


def _text(source: Source, *location: str | int) -> str | None:
    node = source.node(location)
    return str(node) if isinstance(node, str) else None
