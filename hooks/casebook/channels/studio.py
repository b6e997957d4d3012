"""图和海报的制作：做过的存着，字、版式、程序都没变就不再做。"""

import hashlib
from collections.abc import Callable
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path

from casebook.channels import cover as covers
from casebook.channels import drawing, fonts, phrases, poster, qr
from casebook.channels.cover import COVERS, plan_cover
from casebook.channels.drawing import draw_cover
from casebook.channels.edition import Edition
from casebook.channels.fonts import FontProblem
from casebook.channels.poster import PAPERS, PosterPrinter, PosterProblem, plan_poster
from casebook.templating import TEMPLATES

PICTURES = (*COVERS, *PAPERS)
"""一篇文章的全部图，按制作的快慢排。"""
_DRAWN_BY = (covers, drawing, fonts, phrases, poster, qr)
_TOOLS = ("pillow", "weasyprint", "zxing-cpp", "rjieba")


TROUBLES = (FontProblem, PosterProblem)
"""这台电脑缺了东西，做不成的原因。"""


class Studio:
    """画室：`shelf` 是存成品的文件夹，删掉只会重做一遍。"""

    def __init__(self, shelf: Path) -> None:
        self.shelf = shelf

    def make(self, name: str, edition: Edition) -> bytes:
        """一张图；缺字体、缺排版库时抛出 `FontProblem`、`PosterProblem`。"""
        if name in COVERS:
            cover = plan_cover(edition, COVERS[name])
            return self._kept(name, repr(cover), lambda: draw_cover(cover))
        plan, (paper, millimetres) = plan_poster(edition), PAPERS[name]
        return self._kept(name, repr(plan), lambda: self._printer.print(plan, paper, millimetres))

    def _kept(self, name: str, inputs: str, make: Callable[[], bytes]) -> bytes:
        key = hashlib.sha256(f"{name}\0{self._tools}\0{inputs}".encode()).hexdigest()
        path = self.shelf / f"{key}{Path(name).suffix}"
        if path.exists():
            return path.read_bytes()
        content = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_bytes(content)
        draft.replace(path)
        return content

    @cached_property
    def _printer(self) -> PosterPrinter:
        return PosterPrinter()

    @cached_property
    def _tools(self) -> str:
        """版式和程序的指纹：改了其中之一，旧的成品就不算数。"""
        sources = [Path(module.__file__ or "") for module in _DRAWN_BY]
        sources.append(TEMPLATES / "poster" / "poster.html.j2")
        digest = hashlib.sha256()
        for source in sources:
            digest.update(source.read_bytes())
        versions = ",".join(f"{tool} {version(tool)}" for tool in _TOOLS)
        return f"{digest.hexdigest()} {versions}"


@cache
def open_studio(shelf: Path) -> Studio:
    """放在这里的画室，一个进程一间：排版库只请一次。"""
    return Studio(shelf)
