"""从下载的文件里取出一行一行的文字，去掉空白与排版记号。只取文字，不看内容。"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import BadZipFile

from casebook.failures import reason
from casebook.source.encoding import decode_text

WORD, TEXTS = ".docx", (".txt", ".md", ".markdown")
_HEADER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|\[([^\]]*)\]\([^)]*\)")
_DECORATION = re.compile(r"^(?:#{1,6}\s+|>\s*|[-*+]\s+)+|\*\*|__|`")


class UnreadableFile(Exception):
    """文件读不了；文字可以直接给人看。"""


def read_lines(path: Path) -> list[str]:
    """文件里的各行，已去掉两头空白（含全角空格）与 Markdown 记号；空行留作空文字。

    读不了时抛出 `UnreadableFile`。
    """
    suffix = path.suffix.lower()
    if suffix == WORD:
        return [tidy_line(line) for line in _word_lines(path)]
    if suffix not in TEXTS:
        hint = "在 Word 或 WPS 里另存为 docx 再读。" if suffix in (".doc", ".wps") else ""
        raise UnreadableFile(f"不认识的文件：{path.name}。能读 docx、txt、md。{hint}")
    try:
        text = decode_text(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"文件读不出来：{path.name}（{reason(error)}）。") from error
    if text is None:
        raise UnreadableFile(f"认不出 {path.name} 的文字编码，请另存为 UTF-8。")
    text = _COMMENT.sub("", _HEADER.sub("", text.replace("\r\n", "\n")))
    return [tidy_line(line) for line in text.split("\n")]


def tidy_line(line: str) -> str:
    """一行正文：全角空格当空格，去掉两头空白、Markdown 记号与维基链接的方括号。"""
    plain = re.sub(r"[\s\u3000\u200b\ufeff]+", " ", line).strip()
    plain = _LINK.sub(lambda match: match[1] or match[2] or "", plain)
    return _DECORATION.sub("", plain).strip()


def _word_lines(path: Path) -> Iterator[str]:
    """Word 文件的各段；段内换行另成一行，表格与图片读不出。"""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, OSError) as error:
        if not path.exists():
            raise UnreadableFile(f"没有这个文件：{path.name}。") from error
        raise UnreadableFile(f"{path.name} 不是完整的 docx 文件，请重新下载。") from error
    yield from _split(paragraph.text for paragraph in document.paragraphs)


def _split(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from text.split("\n")
