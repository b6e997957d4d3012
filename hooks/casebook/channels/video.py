"""视频号脚本：四十五到七十五秒，先抓人、再讲事、后讲规定、最后教怎么做；附分镜表和字幕。"""

from collections.abc import Iterator

from msgspec import Struct

from casebook.channels.edition import Edition
from casebook.channels.photographs import captions
from casebook.channels.script import Script
from casebook.channels.subtitles import PAUSE, Caption, make_captions, seconds

SHORTEST_SECONDS, LONGEST_SECONDS = 45.0, 75.0
ACTIONS_KEPT = 2


class Shot(Struct, frozen=True):
    """一个镜头：在讲什么、拍什么、念哪几句、从第几秒开始。"""

    part: str
    picture: str
    lines: tuple[str, ...]
    start: float

    @property
    def end(self) -> float:
        """到第几秒结束，末尾的停顿不算。"""
        return round(self.start + seconds(self.lines) - PAUSE, 2)

    @property
    def captions(self) -> tuple[Caption, ...]:
        """对应的字幕；排字幕要分词，用到才排。"""
        return tuple(make_captions(self.lines, self.start))


class Video(Struct, frozen=True):
    """一支短视频，和它所从出的稿子。"""

    script: Script
    shots: tuple[Shot, ...]

    @property
    def captions(self) -> tuple[Caption, ...]:
        """全部字幕，从头到尾。"""
        return tuple(caption for shot in self.shots for caption in shot.captions)

    @property
    def seconds(self) -> float:
        """全长。"""
        return self.shots[-1].end


_PICTURES = {
    "开场": "主持人站在村里的实景前，对着镜头问。",
    "故事": "空镜或手绘示意，不拍当事人，不露门牌、车牌。",
    "规定": "深色底，把法规名称、条款、处理结果打成大字，一条一屏。",
    "怎么做": "实拍正确的做法，一句一个画面。",
    "找谁": "电话号码打成大字，停三秒。",
}


def build_video(script: Script) -> Video:
    """按时长挑句子排成镜头：开场、故事、规定必有，做法填到放不下为止。"""
    shots: list[Shot] = []
    now = 0.0
    for part, lines in _chosen(script):
        if lines:
            shots.append(Shot(part, _PICTURES[part], lines, now))
            now = round(now + seconds(lines), 2)
    return Video(script, tuple(shots))


def _chosen(script: Script) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """各部分要念的句子；太短就把找谁说全。"""
    opening = (*script.notice, *script.hook)
    closing = script.contacts[:1]
    first, reserved = script.rule[:1], script.action[:ACTIONS_KEPT]
    fixed = (*opening, *script.story, *_flat(first), *reserved, *closing)
    room = LONGEST_SECONDS - seconds(fixed)
    rule = _flat((*first, *_fitting(script.rule[1:], room)))
    room -= seconds(rule) - seconds(_flat(first))
    more = _flat(_fitting(tuple((line,) for line in script.action[ACTIONS_KEPT:]), room))
    room -= seconds(more)
    if LONGEST_SECONDS - room < SHORTEST_SECONDS + 1:
        closing = script.contacts
    return (
        ("开场", opening),
        ("故事", script.story),
        ("规定", rule),
        ("怎么做", (*reserved, *more)),
        ("找谁", closing),
    )


def _fitting(groups: tuple[tuple[str, ...], ...], room: float) -> tuple[tuple[str, ...], ...]:
    """放得下的前几组；一组要放就放全。"""
    count = 0
    while count < len(groups) and seconds(_flat(groups[: count + 1])) <= room:
        count += 1
    return groups[:count]


def _flat(groups: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(line for group in groups for line in group)


def video_script(edition: Edition, video: Video) -> str:
    """给拍摄的人看的脚本，Markdown。"""
    return "\n".join(_script_lines(edition, video)) + "\n"


def _script_lines(edition: Edition, video: Video) -> Iterator[str]:
    yield f"# 短视频脚本：{edition.title}"
    yield ""
    yield f"全长 {video.seconds:.0f} 秒。竖屏，字幕照 video.srt，要紧的字放在画面中央的方块里。"
    if edition.demonstration:
        yield "从头到尾，画面角上都打出“演示案例”。"
    yield ""
    yield "| 镜头 | 时间 | 讲什么 | 拍什么 | 解说 |"
    yield "| --- | --- | --- | --- | --- |"
    for number, shot in enumerate(video.shots, start=1):
        clock = f"{shot.start:.1f}—{shot.end:.1f} 秒"
        yield f"| {number} | {clock} | {shot.part} | {shot.picture} | {''.join(shot.lines)} |"
    yield ""
    yield from (f"可以用的照片：{caption}" for caption in captions(edition))
    yield f"网页全文：{edition.url or edition.article.address}"
