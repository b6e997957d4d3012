"""从摊平的文本里取出数字串：连写的、分组的、隔行的、夹着汉字数码的。不判断它是什么号码。"""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from msgspec import Struct

from .normalize import View

# 换行处不接列表项：竖排的几个数各是各的。
GAP = (
    r"(?:[ \t\-_.·,、/\\*×+~|…'()\[\]【】]{1,3}| ?-- ?"
    r"|[ \t]*[\-_.·]?\n[ \t>]*(?!-[ \t])[\-_.·]?)"
)
# 连写的年月日：20250312。
WRITTEN_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_CLUSTER = re.compile(rf"\d(?:{GAP}?\d){{5,}}(?:{GAP}?[Xx](?![0-9A-Za-z]))?")
# 同一段里汉字数码与阿拉伯数字分开成组：“张三13812345678”的“三”不是号码的一部分。
_GROUP = re.compile(r"[0-9]+[Xx]?|[^\s\-_.·,、/\\*×+~|…'()\[\]【】>0-9]+|[Xx]")
_PLAIN = frozenset("0123456789Xx")
_TIGHT = re.compile(r"[\-_.·\\*~']+")
# 号码紧跟在字母后面时，只有这些字母是称呼；其余多半是校验值、网址或型号的一部分。
_LETTERS = re.compile(r"[A-Za-z]+$")
_DIGIT = re.compile("[0-9]")
_CALLED = frozenset(
    {
        *("tel", "te", "telephone", "phone", "mobile", "mob", "cell", "fax", "dh", "sj"),
        *("qq", "q", "wx", "vx", "v", "weixin", "wechat", "id", "no", "sfz"),
    }
)
_ADDRESS = re.compile(r"[a-z]+://[^\s\u3000-\uffef=]*$", re.IGNORECASE)
LONGEST = 30
LEAD = 24


class Run(Struct, frozen=True):
    """一串数字：`digits` 去掉了分隔，`sizes` 是各组的位数，`gaps` 是组间的分隔。"""

    start: int
    end: int
    digits: str
    sizes: tuple[int, ...]
    gaps: tuple[str, ...]
    before: str
    after: str

    @property
    def unbroken(self) -> bool:
        """中间没有任何分隔。"""
        return not any(self.gaps)

    @property
    def parts(self) -> tuple[str, ...]:
        """各组数字。"""
        ends = (*accumulate(self.sizes),)
        return tuple(
            self.digits[end - size : end] for end, size in zip(ends, self.sizes, strict=True)
        )

    @property
    def evenly_spread(self) -> bool:
        """逐字隔开：一 三 八……，每组都只有一位。"""
        return max(self.sizes) == 1


def _stands_alone(run: Run) -> bool:
    """不是字母数字混排的代码，也不是网址路径的一段。"""
    letters = _LETTERS.search(run.before)
    if letters and letters.group().lower() not in _CALLED:
        return False
    return not (run.after[:1].isascii() and run.after[:1].isalpha())


def _may_end(gap: str, outside: str) -> bool:
    """号码能不能在这里断开：紧贴的短横、小数点说明它是更长编号的一部分。"""
    if not gap:
        return outside not in _PLAIN
    return not _TIGHT.fullmatch(gap)


class Cluster:
    """一簇相邻的数字组；可取出其中任意连续几组。"""

    def __init__(self, view: View, start: int, end: int) -> None:
        self._view = view
        self._spans = [
            (start + match.start(), start + match.end())
            for match in _GROUP.finditer(view.text[start:end])
        ]
        text = view.text
        self._gaps = [text[a[1] : b[0]] for a, b in pairwise(self._spans)]

    def _run(self, first: int, last: int) -> Run:
        start, end = self._spans[first][0], self._spans[last][1]
        spans = self._spans[first : last + 1]
        text = self._view.text
        return Run(
            start,
            end,
            "".join(self._view.digits[a:b] for a, b in spans).upper(),
            tuple(b - a for a, b in spans),
            tuple(self._gaps[first:last]),
            text[max(0, start - LEAD) : start],
            text[end : end + 10],
        )

    def _open_left(self, first: int) -> bool:
        if first == 0:
            return True
        outside = self._view.text[self._spans[first - 1][1] - 1]
        country = self._view.digits[slice(*self._spans[first - 1])] in ("86", "0086")
        return country or _may_end(self._gaps[first - 1], outside)

    def _open_right(self, last: int) -> bool:
        if last == len(self._spans) - 1:
            return True
        outside = self._view.text[self._spans[last + 1][0]]
        return _may_end(self._gaps[last], outside)

    def runs(self) -> Iterator[Run]:
        """给出可能自成号码的连续几组，先左后右、先长后短。"""
        return filter(_stands_alone, self._runs())

    def _runs(self) -> Iterator[Run]:
        count = len(self._spans)
        if count > 6 and all(b - a == 1 for a, b in self._spans):
            yield from self._spread_runs()
            return
        for first in range(count):
            if not self._open_left(first):
                continue
            start = self._spans[first][0]
            for last in range(min(count, first + LONGEST) - 1, first - 1, -1):
                if self._spans[last][1] - start < 3 * LONGEST and self._open_right(last):
                    yield self._run(first, last)

    def _spread_runs(self) -> Iterator[Run]:
        """逐字隔开的：一直用空格、到后来改成逗号的，从逗号处断开。"""
        first, last = 0, len(self._spans) - 1
        for at, gap in enumerate(self._gaps):
            if "," in gap and "," not in self._gaps[first]:
                yield self._run(first, at)
                first = at + 1
        if first < last:
            yield self._run(first, last)


def _past_label(view: View, start: int, end: int) -> int:
    """“Tel”的 l 在辨认用的文本里成了 1：字母后面紧跟着的字母是称呼的末尾，不是号码。"""
    if view.text[start] not in "OoIl" or not _LETTERS.search(view.text, max(0, start - 2), start):
        return start
    digit = _DIGIT.search(view.digits, start + 1, end)
    return digit.start() if digit else start


def clusters(view: View) -> Iterator[Cluster]:
    """依次给出文本中的数字簇；网址路径里的不算，等号后面的参数值照算。"""
    for match in _CLUSTER.finditer(view.digits):
        start = _past_label(view, match.start(), match.end())
        if not _ADDRESS.search(view.text, max(0, start - 200), start):
            yield Cluster(view, start, match.end())
