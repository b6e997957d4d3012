"""编号串：若干组递增的编号写成可放进 JSON 的短文字。

次序是：组号与上一组之差、这一组有几个、各编号与前一个之差。每个数写成若干个字符，一个字符五位，
低位在前，后面还有就加 32。相邻的编号只差一，所以常见的词也只占几百字节。
"""

from collections.abc import Iterator, Mapping, Sequence

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}
_MORE = 32
Numbers = Mapping[int, Sequence[int]]
"""各组的编号，递增。"""


def write_numbers(numbers: Numbers) -> str:
    """写成编号串；没有编号的组不写。"""
    letters: list[str] = []
    last_group = 0
    for group in sorted(numbers):
        members = numbers[group]
        letters += (_letters(group - last_group), _letters(len(members)))
        last_group = group
        previous = 0
        for number in members:
            letters.append(_letters(number - previous))
            previous = number
    return "".join(letters)


def read_numbers(text: str) -> dict[int, list[int]]:
    """读回各组的编号。"""
    values = _values(text)
    numbers: dict[int, list[int]] = {}
    group = 0
    for step in values:
        group += step
        members: list[int] = []
        number = 0
        for _ in range(next(values)):
            number += next(values)
            members.append(number)
        numbers[group] = members
    return numbers


def _write(value: int) -> str:
    letters = ""
    while value >= _MORE:
        letters += ALPHABET[_MORE + value % _MORE]
        value //= _MORE
    return letters + ALPHABET[value]


_COMMON = tuple(map(_write, range(_MORE * _MORE)))


def _letters(value: int) -> str:
    return _COMMON[value] if value < len(_COMMON) else _write(value)


def _values(text: str) -> Iterator[int]:
    value, place = 0, 1
    for letter in text:
        digit = _VALUES[letter]
        value += digit % _MORE * place
        place *= _MORE
        if digit < _MORE:
            yield value
            value, place = 0, 1
