"""村广播稿：一句一行，念一到三分钟，从头到尾播两遍。"""

from casebook.channels.edition import Edition
from casebook.channels.photographs import captions
from casebook.channels.script import Script, length
from casebook.channels.spoken import say
from casebook.law.numerals import write_numeral

CHARACTERS_PER_MINUTE = 200
SHORTEST_SECONDS, LONGEST_SECONDS = 60, 180


def broadcast_lines(edition: Edition, script: Script) -> tuple[str, ...]:
    """要念的各句，依次是招呼、开场、故事、规定、做法、找谁。"""
    return (
        f"乡亲们好，这里是{edition.town.name}普法广播。",
        *script.notice,
        *script.hook,
        *script.story,
        *(line for group in script.rule for line in group),
        *script.action,
        *script.contacts,
    )


def broadcast_text(edition: Edition, script: Script) -> str:
    """整份广播稿：上面是给播音员看的，下面是要念的。"""
    lines = broadcast_lines(edition, script)
    head = [
        f"村广播稿　{say(edition.title)}",
        f"用时{_duration(seconds(lines))}，播两遍，两遍之间停五秒。",
    ]
    head += [f"网页上有照片，不念：{caption}" for caption in captions(edition)]
    return "\n".join([*head, "", *lines, "", "以上内容，再播一遍。"]) + "\n"


def seconds(lines: tuple[str, ...]) -> int:
    """念一遍的秒数。"""
    return round(length(lines) * 60 / CHARACTERS_PER_MINUTE)


def _duration(total: int) -> str:
    """取整到十秒：“大约一分四十秒”。"""
    minutes, rest = divmod(round(total / 10) * 10, 60)
    said = f"{'两' if minutes == 2 else write_numeral(minutes)}分" if minutes else ""
    return f"大约{said}{write_numeral(rest)}秒" if rest else f"大约{said}钟"
