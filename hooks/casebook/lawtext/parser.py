"""把一行一行的法规正文读成骨架：编、分编、章、节，条与条之几，款（自然段），项（（一）开头的行）。"""

import re
from collections.abc import Iterable

from casebook.law.numerals import NUMERAL, read_numeral
from casebook.lawtext.outline import (
    Key,
    Outline,
    OutlinedArticle,
    OutlinedParagraph,
    Unread,
    following_keys,
    write_key,
)

LEVELS = ("编", "分编", "章", "节")
_HEADING = re.compile(rf"第{NUMERAL}(?P<level>分编|编|章|节)(?P<title>.*)")
_LONGEST_HEADING = 40
_ARTICLE = re.compile(rf"第(?P<number>{NUMERAL})条(?:之(?P<suffix>{NUMERAL}))?(?P<rest>.*)")
_CITING = re.compile(r"第|款|项|规定|所|的|之|、|，|至|和|或|中|以|及|与")
_ITEM = re.compile(r"[（(](?P<number>[零〇一二三四五六七八九十百]+)[）)]")
_INNER_ITEM = re.compile(r"(?<=[：；:;])\s*" + _ITEM.pattern)
_POINT = re.compile(r"\d+[.．、]|[（(]\d+[）)]")
_ATTACHMENT = re.compile(r"附\s*(?:件|表|录|图|：|:|[一二三四五]、)|附\s*$")
_ORNAMENT = re.compile(r"[-=*_—·\s]+$|\|.*\|$|!\[|[（(]?注[：:]|\d{4}年\d{1,2}月\d{1,2}日$")
_CONTENTS = re.compile(r"目\s*[录次]$")


def parse_outline(lines: Iterable[str]) -> Outline:
    """整理过的各行读成骨架；读不懂的记进 `unread`，不抛出异常。"""
    reader = _Reader()
    for number, line in enumerate(lines, start=1):
        if line and not reader.finished:
            reader.read(number, line)
    return reader.outline


class _Reader:
    """从上到下读一遍。"""

    def __init__(self) -> None:
        self.outline = Outline()
        self.chapters: dict[str, str] = {}
        self.article: OutlinedArticle | None = None
        self.finished = False

    def read(self, number: int, line: str) -> None:
        """读一行。"""
        if self._is_heading(line):
            self._open_chapter(line)
        elif not self._opens_article(number, line):
            self._body(number, line)

    def _is_heading(self, line: str) -> bool:
        match = _HEADING.fullmatch(line)
        if match is None or len(line) > _LONGEST_HEADING or re.search(r"[。；：，]", line):
            return False
        title = match["title"]
        return not title or title[0] == " " or not _CITING.match(title)

    def _open_chapter(self, line: str) -> None:
        match = _HEADING.fullmatch(line)
        level = match["level"] if match else LEVELS[0]
        kept = LEVELS[: LEVELS.index(level)]
        self.chapters = {name: title for name, title in self.chapters.items() if name in kept}
        self.chapters[level] = line
        self.article = None

    def _opens_article(self, number: int, line: str) -> bool:
        """是不是新的一条；段首引用别的条（“第十条规定的……”）不是。"""
        match = _ARTICLE.fullmatch(line)
        if match is None:
            return False
        key = _key(match)
        spaced = not match["rest"] or match["rest"][0] == " "
        if key is None:
            if spaced:
                self._unread(number, "读不出这是第几条")
            return spaced
        if not spaced and (_CITING.match(match["rest"]) or not self._next(key)):
            return False
        if key == (1, 0) and self.outline.articles:
            self._unread(number, "又从第一条开始，像是另一部法；后面的没有读")
            self.finished = True
            return True
        if any(article.key == key for article in self.outline.articles[-3:]):
            self._unread(number, f"{write_key(key)}又出现一次")
        self.article = OutlinedArticle(key, " ".join(self.chapters.values()))
        self.outline.articles.append(self.article)
        if rest := match["rest"].strip():
            self._add_paragraph(number, rest)
        return True

    def _next(self, key: Key) -> bool:
        last = self.outline.articles[-1].key if self.outline.articles else (0, 0)
        return key in following_keys(last)

    def _body(self, number: int, line: str) -> None:
        """条以外的一行：正文之前是名称与沿革，之后是款或项。"""
        if not self.outline.articles:
            self._preamble(line)
        elif _ATTACHMENT.match(line):
            self._unread(number, "这里往后是附件，没有读")
            self.finished = True
        elif _ORNAMENT.match(line):
            self._unread(number, "不是条文（表格、图片、附注或日期），跳过")
        elif self.article is None:
            self._unread(number, "在章节标题之下、条之前，不知道属于哪一条")
        elif match := _ITEM.match(line):
            self._add_item(number, match["number"], line)
        elif _POINT.match(line):
            self._join(line)
        else:
            self._add_paragraph(number, line)

    def _preamble(self, line: str) -> None:
        if not self.outline.name:
            self.outline.name = line.strip("《》 ").replace(" ", "")
        elif not _CONTENTS.fullmatch(line):
            self.outline.history += line + "\n"

    def _add_paragraph(self, number: int, line: str) -> None:
        """一款；款里不换行写的各项也数。"""
        assert self.article is not None
        self.article.paragraphs.append(OutlinedParagraph(line))
        for match in _INNER_ITEM.finditer(line):
            self._count_item(number, match["number"])

    def _add_item(self, number: int, word: str, line: str) -> None:
        if self.article is not None and not self.article.paragraphs:
            self._unread(number, "条号之后直接是项，没有款的文字")
            self.article.paragraphs.append(OutlinedParagraph(""))
        self._count_item(number, word)
        self._join(line)

    def _count_item(self, number: int, word: str) -> None:
        assert self.article is not None
        paragraph = self.article.paragraphs[-1]
        item = read_numeral(word)
        if item != paragraph.items + 1:
            self._unread(number, f"项的次序不对：{write_key(self.article.key)}里的（{word}）")
        paragraph.items = max(paragraph.items + 1, item or 0)

    def _join(self, line: str) -> None:
        """项和目的文字接在所在的款后面。"""
        assert self.article is not None
        if self.article.paragraphs:
            self.article.paragraphs[-1].text += "\n" + line

    def _unread(self, number: int, reason: str) -> None:
        self.outline.unread.append(Unread(number, reason))


def _key(match: re.Match[str]) -> Key | None:
    number = read_numeral(match["number"])
    suffix = read_numeral(match["suffix"]) if match["suffix"] else 0
    return None if number is None or suffix is None else (number, suffix)
