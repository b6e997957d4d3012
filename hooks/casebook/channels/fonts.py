"""这台电脑上的中文字体：画封面用。没有就说清楚装什么。"""

import sys
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
_BOLD = ("NotoSansCJK-Bold.ttc", "NotoSansCJKsc-Bold.otf", "SourceHanSansSC-Bold.otf")
_PLAIN = ("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "SourceHanSansSC-Regular.otf")
_ANY = ("PingFang.ttc", "msyhbd.ttc", "msyh.ttc", "simhei.ttf", "wqy-zenhei.ttc", "simsun.ttc")
_CHINESE_FACE = "SC"


class FontProblem(Exception):
    """没有中文字体；文字是中文，可直接给人看。"""


@lru_cache(maxsize=64)
def load_font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """多少像素高的字；一种也找不到时抛出 `FontProblem`。"""
    path = _find((*(_BOLD if bold else _PLAIN), *_ANY))
    return ImageFont.truetype(str(path), size, index=_face(path))


@lru_cache(maxsize=4)
def _find(names: tuple[str, ...]) -> Path:
    for name in names:
        for folder in _FOLDERS:
            if folder.is_dir() and (found := next(folder.rglob(name), None)):
                return found
    raise FontProblem(_advice())


@lru_cache(maxsize=8)
def _face(path: Path) -> int:
    """字体集里简体中文的那一套；单套的字体是 0。"""
    for index in range(16):
        try:
            family = ImageFont.truetype(str(path), 12, index=index).getname()[0] or ""
        except OSError:
            return 0
        if family.endswith(_CHINESE_FACE):
            return index
    return 0


def _advice() -> str:
    if sys.platform == "win32":
        return "没有找到中文字体。Windows 自带微软雅黑（msyh.ttc），请在“设置、字体”里恢复它。"
    if sys.platform == "darwin":
        return "没有找到中文字体。macOS 自带苹方（PingFang），请在“字体册”里恢复它。"
    return "没有找到中文字体。请装一种再运行，例如：sudo apt-get install fonts-noto-cjk"
