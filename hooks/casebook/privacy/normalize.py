"""把伪装过的文本摊平，同时记住每个字符来自原文何处。不认识任何一种号码，只管字符。"""

import html
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cached_property
from urllib.parse import unquote_to_bytes

from msgspec import Struct
from msgspec.structs import replace

from .findings import Finding
from .glyphs import FOLD, INVISIBLE, NUMERALS

_Piece = tuple[str, int, int]
_Rewrite = Callable[[re.Match[str]], "list[_Piece] | None"]

_ENCODED = re.compile(
    r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}[1-4]{0,2});"
    r"|(?:%[0-9A-Fa-f]{2})+"
    r"|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\[_*.\-+#@()\[\]]|[⑩-⑳㉑-㉟㊱-㊿]"
)
# 强调记号里可以有的：字母数字汉字、号码里的标点、后面接着数字的空格和括号。
_EMPHASISED = (
    r"[0-9A-Za-z\u3400-\u9fff\uff10-\uff19·.@_\-°′″'/#＃]|[ ,，;；](?=[\dNEne东北])"
    r"|[(（](?=[*_]{0,3}[0-9A])|(?<=[0-9A])[)）]|(?<=\d)[,，]"
)
_DROPPED = re.compile(
    f"[{INVISIBLE}]+|`+|~~|</?[A-Za-z][^<>\n]{{0,80}}>|<!--.*?-->"
    r"|(?<=[0-9A-Za-z\u3400-\u9fff])\\\n[ \t]*"
    rf"|(?P<mark>\*{{1,3}}|_{{1,3}})(?P<inner>(?:{_EMPHASISED}){{1,20}}|[:：])(?P=mark)",
    re.DOTALL,
)
_HAN = "\u4e00-\u9fff"
# 一行写满后折到下一行：接起来才看得见被拆开的姓名；栏目名、标题、列表不接。
_WRAPPED = re.compile(
    rf"(?<=[^\n]{{18}})(?<=[{_HAN}])\n[ \t]*(?=[{_HAN}])(?![^\n:]{{1,12}}:(?:\s|$))"
)
_BROKEN_TITLE = re.compile(
    rf"(?=[ \t\n·\-_./—])(?<=[{_HAN}])(?:[·\-_./—]|[ \t]{{1,2}}|[ \t]*\n[ \t>]*)(?=[{_HAN}])"
    r"(?![^\n:]{1,12}:(?:\s|$))"
)
# 一字一空的“香 飘 十 里 包 子 铺”：三个字以上才接。
_SPREAD = re.compile(rf"[{_HAN}](?:[ \t][{_HAN}](?![{_HAN}])){{2,}}")
_DIGIT = r"0-9〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖十拾百OIl.°′'*×字第"
# 先看是不是空白或分隔再细查：逐字试每一条太慢。
_SPLIT = re.compile(
    r"(?=[ \t\xa0\u3000\n·\-_.])(?:"
    rf"(?<=[{_DIGIT}A-Z年月])(?:[ \t\xa0\u3000]{{1,4}}|[ \t]*\n[ \t>]*)(?=[{_DIGIT}年月日号岁A-Z])"
    rf"|(?<=[{_HAN}\d])(?:[ \t]{{1,2}}|[ \t]*\n[ \t>]*)(?=[{_HAN}\d])(?![^\n:]{{1,12}}:(?:\s|$))"
    rf"|(?<![{_DIGIT}])(?<=[{_HAN}])[·\-_.](?=[{_HAN}\d])"
    rf"|(?<=[{_DIGIT}])[·\-_.](?=[{_HAN}])(?![{_DIGIT}])"
    r"|(?<=[,\d岁])[ \t]*\n[ \t>]*(?=[^\s\-:#]|-\d)(?![^\n:]{1,12}:(?:\s|$))"
    ")"
)
# “杜**和李**”是两个打了星的名字，不是加粗的“和李”：夹在中间的虚词说明星号是遮盖。
_JOINING = re.compile(r"[和与及跟同诉对将把被向或]")


class View(Struct, frozen=True, dict=True):
    """摊平后的文本；第 i 个字符来自原文 `starts[i]` 到 `ends[i]`。"""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @cached_property
    def digits(self) -> str:
        """与 `text` 等长，汉字数码和易混字母都换成数字；只用来辨认号码。"""
        return self.text.translate(NUMERALS)

    def locate(self, finding: Finding) -> Finding:
        """把摊平文本里的位置换成原文里的位置。"""
        return replace(finding, start=self.starts[finding.start], end=self.ends[finding.end - 1])


def _decode_percent(match: re.Match[str]) -> list[_Piece] | None:
    try:
        decoded = unquote_to_bytes(match.group()).decode()
    except UnicodeDecodeError:
        return None
    pieces, at = [], match.start()
    for character in decoded:
        end = at + 3 * len(character.encode())
        pieces.append((character, at, end))
        at = end
    return pieces


def _decode(match: re.Match[str]) -> list[_Piece] | None:
    """还原网页实体、网址编码、反斜杠转义和带圈的两位数；认不出的原样留下（返回 None）。"""
    token = match.group()
    if token[0] == "%":
        return _decode_percent(match)
    if token.isnumeric():
        digits = str(int(unicodedata.numeric(token)))
        return [(digit, match.start(), match.end()) for digit in digits]
    if token[0] == "\\" and len(token) == 2:
        return [(token[1], match.start(), match.end())]
    if token[0] == "\\":
        plain = chr(int(token[2:], 16))
    else:
        plain = html.unescape(re.sub(r"^&(?:amp;)+", "&", token))
    if plain == token or len(plain) != 1 or "\ud800" <= plain <= "\udfff":
        return None
    return [(plain, match.start(), match.end())]


def _drop(match: re.Match[str]) -> list[_Piece] | None:
    """去掉看不见的字符、标签和成对的强调记号；不成对的星号是遮盖，原样留下。"""
    inner = match["inner"]
    if inner is None:
        return []
    if _JOINING.search(inner):
        return None
    first = match.start("inner")
    return [(character, first + i, first + i + 1) for i, character in enumerate(inner)]


def _drop_all(_: re.Match[str]) -> list[_Piece]:
    return []


def _drop_spaces(match: re.Match[str]) -> list[_Piece]:
    return [
        (character, at, at + 1)
        for at, character in enumerate(match.group(), match.start())
        if not character.isspace()
    ]


def _rewritten(view: View, pattern: re.Pattern[str], rewrite: _Rewrite) -> View:
    """按 `pattern` 逐处改写，并把位置接续到上一步的位置上；没有可改的就原样返回。"""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    copied = 0
    for match in pattern.finditer(view.text):
        pieces = rewrite(match)
        if pieces is None:
            continue
        text.append(view.text[copied : match.start()])
        starts += view.starts[copied : match.start()]
        ends += view.ends[copied : match.start()]
        for character, first, end in pieces:
            text.append(character)
            starts.append(view.starts[first])
            ends.append(view.ends[end - 1])
        copied = match.end()
    if not copied:
        return view
    text.append(view.text[copied:])
    return View("".join(text), [*starts, *view.starts[copied:]], [*ends, *view.ends[copied:]])


def normalize(text: str) -> View:
    """摊平一段文本：解码、去掉看不见的和强调记号、全角和花体换成普通字符。

    除解码与去除外逐字对应，所以位置总能准确换回原文。任何 Unicode 文本都不会出错。
    """
    view = View(text, range(len(text)), range(1, len(text) + 1))
    view = _rewritten(view, _ENCODED, _decode)
    view = _rewritten(view, _DROPPED, _drop)
    return replace(view, text=view.text.translate(FOLD))


def join_digits(view: View) -> View:
    """接上被空格或折行拆开的号码；只给前面有称呼、样子又够特别的几种号码用。"""
    return _rewritten(view, _SPLIT, _drop_all)


def join_names(view: View, surnames: str) -> View:
    """接上被空格或折行拆开的姓名，供姓名检查用；位置照样能换回原文。"""
    # “周玉梅 杜秋来”的梅虽也是姓，前面已是一个姓名，各是各的。
    whole = rf"(?<![{_HAN}])[{surnames}]"
    spaced = re.compile(
        rf"(?<=[{surnames}])(?<!{whole}[{_HAN}])(?<!{whole}[{_HAN}]{{2}})[ \t]{{1,4}}(?=[{_HAN}])"
        rf"|(?<=[{surnames}][ \t][{_HAN}])[ \t]{{1,4}}(?=[{_HAN}](?:[^{_HAN}]|$))"
    )
    view = _rewritten(_rewritten(view, _SPREAD, _drop_spaces), _WRAPPED, _drop_all)
    return _rewritten(view, spaced, _drop_all)


def join_titles(view: View) -> View:
    """接上被间隔号、短横或折行拆开的店名。"""
    return _rewritten(view, _BROKEN_TITLE, _drop_all)
