"""自查：样张填成的页，要与 MkDocs 照老路印的同一篇逐字节相同；不同就不发布。"""

from casebook.frame.slots import FrameProblem

_SHOWN = 40


def compare(address: str, printed: str, filled: str) -> None:
    """两页不同时抛出 `FrameProblem`，说出从哪里起不同。"""
    if printed == filled:
        return
    at = next(
        (i for i, pair in enumerate(zip(printed, filled, strict=False)) if pair[0] != pair[1]),
        min(len(printed), len(filled)),
    )
    line = printed.count("\n", 0, at) + 1
    raise FrameProblem(
        f"{address} 由样张填成的页与 MkDocs 印的不同，从第 {line} 行起：\n"
        f"  MkDocs 印的：{_around(printed, at)}\n"
        f"  样张填成的：{_around(filled, at)}\n"
        "  多半是主题（hooks/theme）用到了样张没有留空的东西：在 casebook/frame/stock.py "
        "里给它留一处空档。"
    )


def _around(text: str, at: int) -> str:
    return repr(text[max(0, at - _SHOWN) : at + _SHOWN])
