"""各渠道的检查：字数、时长、读不读得出口。只说毛病在哪一个键，不管怎么报告。"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from casebook.article.addresses import GUIDES
from casebook.channels import broadcast, video
from casebook.channels.banner import faults as banner_faults
from casebook.channels.digest import (
    BODY_LIMIT,
    DIGEST_LIMIT,
    TITLE_BY_API,
    TITLE_BY_HAND,
    body_length,
    digest,
)
from casebook.channels.edition import Edition
from casebook.channels.spoken import SENTENCE_LIMIT, say, sentences
from casebook.records.matter import Matter
from casebook.source.nodes import Location

UNSPEAKABLE = re.compile(r"[0-9A-Za-z]{5,}|[0-9]|https?:|[（）()《》〈〉\[\]【】〔〕“”]")


class Fault(Struct, frozen=True):
    """一处毛病：代码、在记录的哪个键、说法、改法。"""

    code: str
    location: Location
    message: str
    hint: str


def review_matter(matter: Matter) -> Iterator[Fault]:
    """一个案由的宣传用语。"""
    publicity = matter.publicity
    if publicity is None:
        return
    for index, text in enumerate(publicity.banners):
        for code, message in banner_faults(text):
            hint = "写成字数相等的两半，中间一个逗号，连逗号二十字以内，讲好处、讲做法。"
            yield Fault(code, ("宣传", "横幅", index), message, hint)
    for name, text in (("开场", publicity.hook), ("口播", publicity.talk)):
        yield from _sentences(sentences(say(text)), ("宣传", name))


def review_edition(edition: Edition, film: video.Video) -> Iterator[Fault]:
    """一篇文章的标题、摘要、广播和短视频；广播念的是短视频的那份稿子。"""
    guide = edition.article.section == GUIDES
    title_key, digest_key = ("案由", "一句话") if guide else ("标题", "摘要")
    yield from _title(edition.title, (title_key,))
    if not digest(edition):
        yield Fault(
            "W103",
            (digest_key,),
            f"头一句就超过 {DIGEST_LIMIT} 字，公众号的摘要没法取",
            f"把头一句写到 {DIGEST_LIMIT} 字以内；摘要只取整句，不截断。",
        )
    script = film.script
    yield from _sentences(script.story, (digest_key,))
    yield from _sentences([line for group in script.rule for line in group], (title_key,))
    lines = broadcast.broadcast_lines(edition, script)
    span = broadcast.seconds(lines)
    if not broadcast.SHORTEST_SECONDS <= span <= broadcast.LONGEST_SECONDS:
        yield Fault("W302", (digest_key,), f"广播稿要念 {span} 秒，应在一到三分钟", _LENGTH_HINT)
    if not video.SHORTEST_SECONDS <= film.seconds <= video.LONGEST_SECONDS:
        message = f"短视频长 {film.seconds:.0f} 秒，应在 45 到 75 秒"
        yield Fault("W401", (digest_key,), message, _LENGTH_HINT)


def review_body(html: str, edition: Edition) -> Iterator[Fault]:
    """公众号正文的大小。"""
    length = body_length(html)
    if length >= BODY_LIMIT:
        key = "案由" if edition.article.section == GUIDES else "标题"
        message = f"公众号正文连标签 {length} 字，要少于 {BODY_LIMIT} 字"
        yield Fault("W104", (key,), message, "分成两篇，或把正文写短些。")


_LENGTH_HINT = "摘要写一百字上下最合适；案由的“宣传”里写好开场和口播。"


def _title(title: str, location: Location) -> Iterator[Fault]:
    if len(title) > TITLE_BY_HAND:
        message = f"标题有 {len(title)} 字，公众号最多 {TITLE_BY_HAND} 字"
        yield Fault("W102", location, message, f"写到 {TITLE_BY_API} 字以内。")
    elif len(title) > TITLE_BY_API:
        message = f"标题有 {len(title)} 字，公众号接口只收 {TITLE_BY_API} 字"
        yield Fault("W101", location, message, f"写到 {TITLE_BY_API} 字以内，手机上也才显示得全。")


def _sentences(lines: tuple[str, ...] | list[str], location: Location) -> Iterator[Fault]:
    for line in lines:
        for code, message, hint in _line_faults(line):
            yield Fault(code, location, message, hint)


@lru_cache(maxsize=16384)
def _line_faults(line: str) -> tuple[tuple[str, str, str], ...]:
    """一句的毛病：代码、说法、改法。同一句在许多篇里念，只查一次。"""
    faults = []
    if len(line) > SENTENCE_LIMIT:
        message = f"这一句念起来有 {len(line)} 字，超过 {SENTENCE_LIMIT} 字又没有停顿：“{line}”"
        faults.append(("W301", message, "拆成两句，或在该停的地方加逗号。"))
    if found := UNSPEAKABLE.search(line):
        message = f"“{found.group()}”念不出来：“{line}”"
        faults.append(("W303", message, "广播稿里不要网址、编号和一长串数字。"))
    return tuple(faults)
