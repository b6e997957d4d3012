"""短视频字幕（SRT）：每行十六字、最多两行，念得完也看得完。

一句话念多久只看它有多少字；怎样折行、分几屏，只是把这段时间分下去，写字幕时才要分词。
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from msgspec import Struct

from casebook.channels.phrases import break_lines
from casebook.channels.spoken import sentences

LINE_LIMIT = 16
LINES = 2
CAPTION_LIMIT = 26
CHARACTERS_PER_SECOND = 4.8
SHORTEST = 0.83
PAUSE = 0.2
LEAST = 6
"""分屏时一屏至少按这么多字算，只有一两个字的也看得清。"""


class Caption(Struct, frozen=True):
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
    """把念的话排成字幕，一条接一条；全部加起来正是 `seconds` 说的那么久。"""
    now = start
    for line in spoken:
        for begin, end, lines in _timed(line):
            yield Caption(round(now + begin, 2), round(now + end, 2), lines)
        now = round(now + _line_seconds(line), 2)


def seconds(spoken: Iterable[str]) -> float:
    """这些话念完要多久，每口气后面的停顿也算。"""
    return round(sum(map(_line_seconds, spoken)), 2)


@lru_cache(maxsize=16384)
def _line_seconds(line: str) -> float:
    return round(sum(_duration(phrase) + PAUSE for phrase in _phrases(line)), 2)


@lru_cache(maxsize=16384)
def _timed(line: str) -> tuple[tuple[float, float, tuple[str, ...]], ...]:
    """一句话的各屏：从这句开头算起，第几秒到第几秒，和各行。同一句在许多篇里念，只排一次。"""
    timed: list[tuple[float, float, tuple[str, ...]]] = []
    now = 0.0
    for phrase in _phrases(line):
        for lines, duration in _screens_of(phrase):
            timed.append((now, round(now + duration, 2), lines))
            now = round(now + duration, 2)
        now = round(now + PAUSE, 2)
    return tuple(timed)


def _phrases(line: str) -> tuple[str, ...]:
    """一句话分几口气念。"""
    return tuple(phrase.rstrip("。") for phrase in sentences(line, CAPTION_LIMIT))


def _screens_of(phrase: str) -> Iterator[tuple[tuple[str, ...], float]]:
    """一口气分几屏：每屏的各行和停留的秒数；时间照字数分，太短的一屏多给一点。"""
    shown = _screens(phrase)
    weights = [max(LEAST, sum(map(len, lines))) for lines in shown]
    total, share = _duration(phrase), sum(weights)
    marks = [round(total * mark / share, 2) for mark in accumulate(weights, initial=0)]
    for lines, (start, end) in zip(shown, pairwise(marks), strict=True):
        yield lines, round(end - start, 2)


def srt_text(captions: Iterable[Caption]) -> str:
    """SRT 文件的内容。"""
    blocks = (
        "\n".join([str(number), f"{_clock(one.start)} --> {_clock(one.end)}", *one.lines])
        for number, one in enumerate(captions, start=1)
    )
    return "\n\n".join(blocks) + "\n"


def _screens(phrase: str) -> list[tuple[str, ...]]:
    """一屏最多两行，在停顿处换行；放不下的分到下一屏。"""
    if len(phrase) <= LINE_LIMIT:
        return [(phrase,)]
    lines = [line.rstrip("，、") for line in break_lines(phrase, LINE_LIMIT)]
    return [tuple(lines[index : index + LINES]) for index in range(0, len(lines), LINES)]


def _duration(phrase: str) -> float:
    return round(max(SHORTEST, len(phrase) / CHARACTERS_PER_SECOND), 2)


@lru_cache(maxsize=16384)
def _clock(seconds: float) -> str:
    total = round(seconds * 1000)
    hours, rest = divmod(total, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    whole, thousandths = divmod(rest, 1000)
    return f"{hours:02}:{minutes:02}:{whole:02},{thousandths:03}"
