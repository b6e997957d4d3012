"""公众号封面：900×383 的头条图和 1:1 的小图。字都在转发时不会被裁掉的中央方块里。"""

from dataclasses import dataclass

from PIL import Image, ImageDraw

from casebook.channels.edition import Edition
from casebook.channels.fonts import load_font
from casebook.channels.phrases import break_clauses
from casebook.channels.qr import png_bytes

PAPER, INK, PINE, SOFT, LINE = "#f7f2e7", "#23231f", "#1b4d43", "#4a4942", "#d6ccb8"
MARGIN = 16
LARGEST, SMALLEST, STEP = 64, 28, 2
MOST_LINES = 4
LEADING = 1.4


@dataclass(frozen=True, slots=True)
class Size:
    """图的宽、高，和中央安全方块的边长，像素。"""

    width: int
    height: int
    safe: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        """安全方块：左、上、右、下。"""
        left, top = (self.width - self.safe) // 2, (self.height - self.safe) // 2
        return left, top, left + self.safe, top + self.safe


WIDE = Size(900, 383, 383)
SQUARE = Size(900, 900, 900)
COVERS = {"cover-wide.png": WIDE, "cover-square.png": SQUARE}


def draw_cover(edition: Edition, size: Size) -> bytes:
    """画一张封面，PNG。没有中文字体时抛出 `FontProblem`。"""
    image = Image.new("RGB", (size.width, size.height), PAPER)
    draw = ImageDraw.Draw(image)
    left, top, right, bottom = size.box
    unit = size.safe / 383
    pad = round(MARGIN * unit)
    small = round(17 * unit)
    draw.rectangle((0, 0, size.width, round(6 * unit)), fill=PINE)
    draw.rectangle((0, size.height - round(6 * unit), size.width, size.height), fill=PINE)
    head = edition.matter.name if edition.matter else edition.town.site_name
    _centered(draw, head, (left, right), top + round(26 * unit), small, PINE)
    foot = f"{edition.town.name}以案释法" + ("　演示案例" if edition.demonstration else "")
    _centered(draw, foot, (left, right), bottom - round(46 * unit), small, SOFT)
    rooms = (left + pad, top + round(62 * unit), right - pad, bottom - round(62 * unit))
    _title(draw, edition.title, rooms, unit)
    return png_bytes(image)


def fit_title(text: str, width: int, height: int, unit: float) -> tuple[int, list[str]]:
    """最大的放得下的字号和各行；四行以内，每行在词与词之间断。"""
    for points in range(LARGEST, SMALLEST - 1, -STEP):
        pixels = round(points * unit)
        lines = break_clauses(text, max(1, width // pixels))
        fits = len(lines) <= MOST_LINES and len(lines) * pixels * LEADING <= height
        if fits or points == SMALLEST:
            return pixels, lines
    raise AssertionError("字号表是空的")


def _title(
    draw: ImageDraw.ImageDraw, text: str, box: tuple[int, int, int, int], unit: float
) -> None:
    left, top, right, bottom = box
    pixels, lines = fit_title(text, right - left, bottom - top, unit)
    step = pixels * LEADING
    start = top + (bottom - top - step * len(lines)) / 2 + (step - pixels) / 2
    for number, line in enumerate(lines):
        _centered(draw, line, (left, right), round(start + number * step), pixels, INK, bold=True)


def _centered(
    draw: ImageDraw.ImageDraw,
    text: str,
    span: tuple[int, int],
    top: int,
    pixels: int,
    color: str,
    bold: bool = False,
) -> None:
    font = load_font(pixels, bold)
    middle = (span[0] + span[1]) / 2
    draw.text((middle, top), text, font=font, fill=color, anchor="mt")
