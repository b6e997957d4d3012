"""照封面的安排画成 PNG；画不画得成，看这台电脑有没有中文字体。"""

from PIL import Image, ImageDraw

from casebook.channels.cover import Cover
from casebook.channels.fonts import FontProblem, load_font
from casebook.channels.qr import png_bytes


def can_draw() -> bool:
    """这台电脑上有没有中文字体；没有就不画，页面上也不提。"""
    try:
        load_font(20)
    except FontProblem:
        return False
    return True


def draw_cover(cover: Cover) -> bytes:
    """画成 PNG。没有中文字体时抛出 `FontProblem`。"""
    image = Image.new("RGB", (cover.width, cover.height))
    draw = ImageDraw.Draw(image)
    for left, top, width, height, color in cover.boxes:
        draw.rectangle((left, top, left + width - 1, top + height - 1), fill=color)
    for text, middle, top, pixels, color, weight in cover.words:
        font = load_font(pixels, weight == "bold")
        draw.text((middle, top), text, font=font, fill=color, anchor="mt")
    return png_bytes(image)
