"""人才做得出、说得出、才有的：称、驾驶、自家、签字。姓名后面有它们，才像在说一个人。"""

from functools import cache

from .lexicon import read_lines, word_classes

_REACH = 12
_STOPS = frozenset("\n。!?;")


@cache
def human_words() -> dict[str, tuple[str, ...]]:
    """说人的词，按头一个字分好，长的在前。"""
    words = {word for line in read_lines("human_words.txt") for word in line.split()}
    table: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        table[word[0]] = (*table.get(word[0], ()), word)
    return table


def act_at(text: str, at: int) -> str:
    """从 `at` 起最长的说人的词；没有则为空串。"""
    words = human_words().get(text[at : at + 1], ())
    return next((word for word in words if text.startswith(word, at)), "")


def acts_after(text: str, end: int) -> list[str]:
    """`end` 之后同一句、十来个字以内说人的词；紧挨着的前面写 0，其余写 1。"""
    table, words = human_words(), word_classes()
    found = []
    at, last = end, min(len(text), end + _REACH)
    while at < last:
        character = text[at]
        step = 1
        whole = text[at : at + 2] in words
        for word in table.get(character, ()):
            # 装修的装、堆肥的堆只是词的一半，不算。
            if text.startswith(word, at) and (len(word) > 1 or not whole):
                found.append(f"{int(at > end)}{word}")
                step = len(word)
                break
        else:
            if character in _STOPS:
                break
            step += whole
        at += step
    return found
