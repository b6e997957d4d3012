"""公众号封面：900×383 的头条图和 1:1 的小图。字都在转发时不会被裁掉的中央方块里。

这里只定下每个字画在哪里；`drawing` 照着用 Pillow 画，网页上由 copy.js 照同一份安排画。
"""

from collections.abc import Iterator

from msgspec import Struct

from casebook.channels.edition import Edition
from casebook.channels.phrases import break_clauses

PAPER, INK, PINE, SOFT = "#f7f2e7", "#23231f", "#1b4d43", "#4a4942"
FEWEST, MOST = 6, 12
LEADING = 1.4
UNIT = 383
MARGIN, SMALL, BAND = 16, 17, 6
HEAD_TOP, FOOT_TOP, TITLE_TOP = 26, 46, 62
"""安全方块边长为 `UNIT` 时的各处尺寸，像素；图大则同样放大。"""

Box = tuple[int, int, int, int, str]
Words = tuple[str, int, int, int, str, str]


class Size(Struct, frozen=True):
    """图的宽、高，和中央安全方块的边长，像素。"""

    width: int
    height: int
    safe: int


WIDE = Size(900, 383, UNIT)
SQUARE = Size(900, 900, 900)
COVERS = {"cover-wide.png": WIDE, "cover-square.png": SQUARE}


class Cover(Struct, frozen=True):
    """一张封面的安排。

    `boxes` 是色块（左、上、宽、高、颜色），`words` 是一行行字（文字、中线、顶、字号、颜色、粗细），
    `room` 是一行字最宽多少像素。
    """

    width: int
    height: int
    room: int
    boxes: tuple[Box, ...]
    words: tuple[Words, ...]


def plan_cover(edition: Edition, size: Size) -> Cover:
    """定下一张封面上的色块和字。"""
    unit = size.safe / UNIT
    band = round(BAND * unit)
    return Cover(
        size.width,
        size.height,
        size.safe - 2 * round(MARGIN * unit),
        (
            (0, 0, size.width, size.height, PAPER),
            (0, 0, size.width, band, PINE),
            (0, size.height - band, size.width, band, PINE),
        ),
        tuple(_words(edition, size, unit)),
    )


def fit_title(text: str, width: int, height: int) -> tuple[int, list[str]]:
    """放得下的最大字号（像素）和各行；逗号隔开的各半各自分行，在词与词之间断。"""
    for count in range(FEWEST, MOST + 1):
        pixels = width // count
        lines = break_clauses(text, count)
        if len(lines) * pixels * LEADING <= height:
            break
    return pixels, lines


def _words(edition: Edition, size: Size, unit: float) -> Iterator[Words]:
    middle, top = size.width // 2, (size.height - size.safe) // 2
    small = round(SMALL * unit)
    head = edition.matter.name if edition.matter else edition.town.site_name
    yield head, middle, top + round(HEAD_TOP * unit), small, PINE, "normal"
    foot = f"{edition.town.name}以案释法" + ("　演示案例" if edition.demonstration else "")
    yield foot, middle, top + size.safe - round(FOOT_TOP * unit), small, SOFT, "normal"
    height = size.safe - 2 * round(TITLE_TOP * unit)
    pixels, lines = fit_title(edition.title, size.safe - 2 * round(MARGIN * unit), height)
    step = pixels * LEADING
    start = top + (size.safe - step * len(lines)) / 2 + (step - pixels) / 2
    for number, line in enumerate(lines):
        yield line, middle, round(start + number * step), pixels, INK, "bold"
