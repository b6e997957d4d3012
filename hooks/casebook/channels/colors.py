"""颜色与反差，以及公众号深色模式怎样换色。

换色照腾讯公开的 mp-darkmode 的原则自己写成：近白的底翻成近黑，亮底压暗；字与底的感知亮度
差不到 65 的，先翻明度，还不够再调亮度。只管不透明的颜色，本项目也只用不透明的。
"""

import colorsys
import re
from collections.abc import Iterable

Color = tuple[int, int, int]
LIGHT_PAPER: Color = (255, 255, 255)
LIGHT_INK: Color = (25, 25, 25)
DARK_PAPER: Color = (25, 25, 25)
DARK_INK: Color = (163, 163, 163)
HEX = re.compile(r"#[0-9a-f]{6}(?![0-9a-f])")
_NEAR_WHITE, _BRIGHT_PAPER, _MIDDLE = 250.0, 190.0, 100.0
_LEAST_OFFSET = 65.0
_LOW, _HIGH, _MIRROR = 0.22, 0.40, 0.90


def parse_color(text: str) -> Color:
    """#rrggbb 读成三个数；别的写法抛出 ValueError。"""
    if not HEX.fullmatch(text):
        raise ValueError(f"颜色要写成 #rrggbb：{text}")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def hex_color(color: Color) -> str:
    """写成 #rrggbb。"""
    return "#{:02x}{:02x}{:02x}".format(*color)


def contrast(one: Color, other: Color) -> float:
    """反差比，1 到 21（WCAG 2）。"""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def dark_text(color: Color, paper: Color = DARK_PAPER) -> Color:
    """深色模式里，写在 `paper` 这种底上的字和线换成的颜色。"""
    ink, ground = brightness(color), brightness(paper)
    if ink >= _NEAR_WHITE or abs(ink - ground) >= _LEAST_OFFSET:
        return color
    lightness = _hls(color)[1]
    if ground >= _MIDDLE:
        if lightness > _MIRROR - _HIGH:
            return dark_text(_with_lightness(color, _MIRROR - lightness), paper)
        return _with_brightness(color, ground - _LEAST_OFFSET)
    if lightness <= _HIGH:
        return dark_text(_with_lightness(color, _MIRROR - lightness), paper)
    return _with_brightness(color, ground + _LEAST_OFFSET)


def dark_background(color: Color) -> Color:
    """深色模式里，底色换成的颜色。"""
    _, lightness, saturation = _hls(color)
    if (saturation == 0 and lightness > _HIGH) or brightness(color) > _NEAR_WHITE:
        return _with_lightness((128, 128, 128), min(1.0, 1 + DARK_PAPER[0] / 255 - lightness))
    if brightness(color) > _BRIGHT_PAPER:
        return _with_brightness(color, _BRIGHT_PAPER)
    return _with_lightness(color, _LOW) if lightness < _LOW else color


def dark_palette(html: str) -> dict[str, str]:
    """正文里用到的各种字色、线色，和深色模式里换成的颜色；预览用。"""
    used: Iterable[str] = dict.fromkeys(HEX.findall(html))
    return {color: hex_color(dark_text(parse_color(color))) for color in used}


def brightness(color: Color) -> float:
    """感知亮度，0 到 255。"""
    red, green, blue = color
    return (red * 299 + green * 587 + blue * 114) / 1000


def _luminance(color: Color) -> float:
    channels = (value / 255 for value in color)
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hls(color: Color) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(value / 255 for value in color))


def _with_lightness(color: Color, lightness: float) -> Color:
    hue, _, saturation = _hls(color)
    return _rounded(colorsys.hls_to_rgb(hue, lightness, saturation), 255)


def _with_brightness(color: Color, target: float) -> Color:
    """按比例调到目标亮度；有一路到了顶，余下的加给另外几路。"""
    values = [float(value) for value in color]
    weights = (0.299, 0.587, 0.114)
    for _ in range(len(values)):
        lacking = target - sum(w * v for w, v in zip(weights, values, strict=True))
        free = [i for i, value in enumerate(values) if value < 255 or lacking < 0]
        share = sum(weights[i] * max(values[i], 1) for i in free)
        for i in free:
            values[i] = min(255.0, values[i] + lacking * max(values[i], 1) / share)
    return _rounded((values[0], values[1], values[2]), 1)


def _rounded(values: tuple[float, float, float], scale: int) -> Color:
    red, green, blue = (max(0, min(255, round(value * scale))) for value in values)
    return red, green, blue
