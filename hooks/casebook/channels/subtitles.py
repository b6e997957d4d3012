"""短视频字幕（SRT）：每行十六字、最多两行，念得完也看得完。"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from casebook.channels.phrases import break_lines
from casebook.channels.spoken import sentences

LINE_LIMIT = 16
LINES = 2
CAPTION_LIMIT = 26
CHARACTERS_PER_SECOND = 4.8
READING_LIMIT = 9.0
SHORTEST, LONGEST = 0.83, 7.0
PAUSE = 0.2


@dataclass(frozen=True, slots=True)
class Caption:
    """一条字幕：起止秒数和各行。"""

    start: float
    end: float
    lines: tuple[str, ...]

    @property
    def seconds(self) -> float:
        """停留多久。"""
        return self.end - self.start

    @property
    def text(self) -> str:
        """连起来的文字。"""
        return "".join(self.lines)


def make_captions(spoken: Iterable[str], start: float = 0.0) -> Iterator[Caption]:
    """把念的话排成字幕，一条接一条。"""
    now = start
    for line in spoken:
        for lines, duration in screens(line):
            yield Caption(now, now + duration, lines)
            now = round(now + duration + PAUSE, 3)


def seconds(spoken: Iterable[str]) -> float:
    """这些话念完要多久，连同停顿。"""
    return sum(map(_line_seconds, spoken))


@lru_cache(maxsize=16384)
def _line_seconds(line: str) -> float:
    return sum(duration + PAUSE for _, duration in screens(line))


@lru_cache(maxsize=16384)
def screens(line: str) -> tuple[tuple[tuple[str, ...], float], ...]:
    """一句话分几屏：每屏的各行和停留的秒数。同一句在许多篇里出现，只排一次。"""
    parts = (part.rstrip("。") for part in sentences(line, CAPTION_LIMIT))
    return tuple((lines, _duration("".join(lines))) for part in parts for lines in _screens(part))


def srt_text(captions: Iterable[Caption]) -> str:
    """SRT 文件的内容。"""
    blocks = (
        "\n".join([str(number), f"{_clock(one.start)} --> {_clock(one.end)}", *one.lines])
        for number, one in enumerate(captions, start=1)
    )
    return "\n\n".join(blocks) + "\n"


def _screens(text: str) -> Iterator[tuple[str, ...]]:
    """一屏最多两行，在停顿处换行；放不下的分到下一屏。"""
    if len(text) <= LINE_LIMIT:
        yield (text,)
        return
    lines = break_lines(text, LINE_LIMIT)
    for index in range(0, len(lines), LINES):
        yield tuple(line.rstrip("，、") for line in lines[index : index + LINES])


def _duration(text: str) -> float:
    return round(min(LONGEST, max(SHORTEST, len(text) / CHARACTERS_PER_SECOND)), 2)


@lru_cache(maxsize=16384)
def _clock(seconds: float) -> str:
    total = round(seconds * 1000)
    hours, rest = divmod(total, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    whole, thousandths = divmod(rest, 1000)
    return f"{hours:02}:{minutes:02}:{whole:02},{thousandths:03}"
