"""纯文字：发到群里、存档、念给人听都用得上；不带任何标记语言。"""

from collections.abc import Iterator
from functools import lru_cache

from casebook.article.wording import day_text
from casebook.channels.edition import Edition
from casebook.channels.pieces import Kind, Piece
from casebook.channels.runs import runs_text

INDENT = "　"


def plain_text(edition: Edition, body: str) -> str:
    """一篇文章的全文：正文的文字前面加上标题和日期，后面加上网址。"""
    day = edition.article.day
    head = [edition.title, *([day_text(day)] if day else [])]
    tail = [f"网页全文：{edition.url}"] if edition.url else []
    return "\n\n".join(["\n".join(head), body, *tail]) + "\n"


def pieces_text(pieces: tuple[Piece, ...]) -> str:
    """平片的文字；列表的各项一项一行，其余各块之间空一行。"""
    parts: list[str] = []
    for index, piece in enumerate(pieces):
        if index:
            listed = piece.kind is Kind.ITEM and pieces[index - 1].kind is Kind.ITEM
            parts.append("\n" if listed else "\n\n")
        parts.append(_remembered_text(piece) if piece.picture is None else _piece_text(piece))
    return "".join(parts)


def _piece_text(piece: Piece) -> str:
    return "\n".join(_lines(piece))


_remembered_text = lru_cache(maxsize=8192)(_piece_text)
"""大半的平片（说明、小标题、救济途径）各篇相同。"""


def _lines(piece: Piece) -> Iterator[str]:
    text = runs_text(piece.runs)
    match piece.kind:
        case Kind.HEADING:
            yield f"【{text}】"
        case Kind.ITEM:
            yield f"{INDENT * piece.depth}{piece.marker or INDENT} {text}"
        case Kind.FACTS:
            for label, value in piece.rows:
                yield f"{runs_text(label)}：{runs_text(value)}"
        case Kind.TABLE:
            yield from _table(piece)
        case Kind.PICTURE if piece.picture is not None:
            yield f"（图：{text or piece.picture.alt}）"
        case _:
            yield text


def _table(piece: Piece) -> Iterator[str]:
    """表格的每一行写成“表头：内容”，行与行之间空一行。"""
    head, *rows = piece.rows
    for index, row in enumerate(rows):
        if index:
            yield ""
        for title, cell in zip(head, row, strict=True):
            label, text = runs_text(title), runs_text(cell)
            if text:
                yield f"{label}：{text}" if label else text
