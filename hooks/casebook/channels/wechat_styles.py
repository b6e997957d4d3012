"""公众号正文的样式规矩：哪些写法会被丢掉、换掉，哪些看不清。"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from casebook.channels.colors import (
    DARK_INK,
    DARK_PAPER,
    HEX,
    LIGHT_INK,
    LIGHT_PAPER,
    Color,
    contrast,
    dark_background,
    dark_text,
    parse_color,
)
from casebook.channels.markup import Document
from casebook.channels.wechat_rule import rule

CONTRAST = 4.5
LINE_HEIGHT = 1.3
PROPERTIES = frozenset(
    {
        *("margin", "padding", "padding-left", "min-width", "max-width", "width", "overflow-x"),
        *("border", "border-left", "border-top", "border-bottom", "border-collapse", "color"),
        *("font-size", "font-weight", "line-height", "text-align", "text-indent"),
        *("vertical-align", "word-break"),
    }
)
_ABSENT = re.compile(
    r"(?:^|;|\s)(?:position|animation[a-z-]*|transition[a-z-]*|filter|grid[a-z-]*)\s*:"
    r"|\drem\b|calc\(|hsla?\(|var\(|white-space\s*:\s*pre|display\s*:\s*grid"
)


def _styled(document: Document, name: str, bad: Callable[[str], bool]) -> Iterator[str]:
    for node in document.nodes:
        if name in node.styles and bad(node.styles[name]):
            yield f"<{node.tag}> {name}:{node.styles[name]}"


@rule("O", "不写 font-family")
def font_family(document: Document) -> Iterator[str]:
    yield from _styled(document, "font-family", lambda _: True)


@rule("O", "不写 !important")
def important(document: Document) -> Iterator[str]:
    for node in document.nodes:
        if "!important" in node.attributes.get("style", ""):
            yield f"<{node.tag}>"


@rule("O", "text-align 不用 start、end")
def text_align(document: Document) -> Iterator[str]:
    yield from _styled(document, "text-align", lambda value: value in ("start", "end"))


@rule("O", "宽度只用百分比")
def fixed_width(document: Document) -> Iterator[str]:
    for name in ("width", "min-width", "max-width"):
        yield from _styled(document, name, lambda value: not re.fullmatch(r"\d+%", value))


@rule("O", "不限定高度")
def fixed_height(document: Document) -> Iterator[str]:
    for name in ("height", "max-height"):
        yield from _styled(document, name, lambda _: True)


@rule("O", "行高不小于 1.3 倍")
def line_height(document: Document) -> Iterator[str]:
    def tight(value: str) -> bool:
        return not re.fullmatch(r"\d+(\.\d+)?", value) or float(value) < LINE_HEIGHT

    yield from _styled(document, "line-height", tight)


@rule("O", "文字后面不用渐变")
def gradient(document: Document) -> Iterator[str]:
    for name in ("background", "background-image"):
        yield from _styled(document, name, lambda value: "gradient" in value)


@rule("O", "浅色、深色两种模式下，字与底的反差都不小于 4.5")
def readable(document: Document) -> Iterator[str]:
    for node in document.nodes:
        if node.text.strip():
            pair = node.inherited("color"), node.inherited("background-color")
            for mode, ratio in _contrasts(*pair):
                if ratio < CONTRAST:
                    yield f"<{node.tag}> {mode} {ratio:.1f}"


@lru_cache(maxsize=256)
def _contrasts(ink: str | None, paper: str | None) -> tuple[tuple[str, float], ...]:
    """两种模式下的反差；一篇里只有几种颜色，各算一次。"""
    light_paper = _color(paper, LIGHT_PAPER)
    dark_paper = dark_background(light_paper) if paper else DARK_PAPER
    dark_ink = dark_text(_color(ink, DARK_INK), dark_paper) if ink or paper else DARK_INK
    return (
        ("浅色", contrast(_color(ink, LIGHT_INK), light_paper)),
        ("深色", contrast(dark_ink, dark_paper)),
    )


def _color(text: str | None, default: Color) -> Color:
    return parse_color(text) if text and HEX.fullmatch(text) else default


@rule("C", "不用 position、动画、滤镜、rem、calc、var、hsl、grid、white-space:pre")
def absent(document: Document) -> Iterator[str]:
    for node in document.nodes:
        if found := _absent_in(node.attributes.get("style", "")):
            yield f"<{node.tag}> {found}"


@lru_cache(maxsize=1024)
def _absent_in(style: str) -> str:
    found = _ABSENT.search(style.lower())
    return found.group().strip(";: ") if found else ""


@rule("C", "样式只用已见能留住的几种")
def css_property(document: Document) -> Iterator[str]:
    for node in document.nodes:
        for name in node.styles.keys() - PROPERTIES:
            yield f"<{node.tag}> {name}"
