"""认得台账里的真实信息：把文本的每个窗口与带密钥的摘要对照，自己并不知道原来的值。

先看开头几个字的摘要，绝大多数位置到此为止；像的才按可能的长度逐个核对全文的摘要。
"""

import hmac
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from casebook.privacy import Finding
from casebook.vault.spelling import Spelling, has_number, spell_numbers, spell_words

KIND = "台账里的真实信息"
DIGEST_LENGTH = 24


class Digests(Struct, frozen=True):
    """一类信息的摘要：开头几个字的摘要各有哪些可能的长度，以及全文的摘要。"""

    openings: Mapping[str, frozenset[int]] = field(default_factory=dict)
    values: frozenset[str] = frozenset()

    def united(self, other: "Digests") -> "Digests":
        """两批摘要合在一起。"""
        openings = dict(self.openings)
        for opening, sizes in other.openings.items():
            openings[opening] = openings.get(opening, frozenset()) | sizes
        return Digests(openings, self.values | other.values)


class Shape(Struct, frozen=True):
    """一类信息怎样认：开头取几个字，短于多少字的不认。"""

    opening: int
    shortest: int


WORDS = Shape(opening=2, shortest=2)
NUMBERS = Shape(opening=4, shortest=6)


class KnownValues:
    """一批真实信息。`find` 可反复调用；同一段开头只算一次摘要。"""

    def __init__(self, key: bytes, words: Digests, numbers: Digests) -> None:
        self.words = words
        self.numbers = numbers
        self._key = key
        self._sizes: dict[str, dict[str, frozenset[int]]] = {}

    def find(self, text: str) -> Iterator[Finding]:
        """文本里与台账相同的每一处，位置是原文的。"""
        from casebook.privacy.normalize import normalize  # 记得台账的才用，启动才快

        view = normalize(text)
        if self.words.values:
            yield from self._search("字", spell_words(view), self.words, WORDS)
        if self.numbers.values:
            yield from self._search("号", spell_numbers(view), self.numbers, NUMBERS)

    def extended(self, values: Iterable[str]) -> "KnownValues":
        """再加上一批真实信息。"""
        from casebook.privacy.normalize import normalize

        given = {value for value in values if value}
        numbers = {spell_numbers(normalize(value)).text for value in given if has_number(value)}
        words = {spell_words(normalize(value)).text for value in given if not has_number(value)}
        return KnownValues(
            self._key,
            self.words.united(self._digests("字", words, WORDS)),
            self.numbers.united(self._digests("号", numbers, NUMBERS)),
        )

    def _digests(self, stream: str, spelled: Iterable[str], shape: Shape) -> Digests:
        openings: dict[str, frozenset[int]] = {}
        values = set()
        for value in spelled:
            if len(value) >= shape.shortest:
                opening = self._digest(stream + "首", value[: shape.opening])
                openings[opening] = openings.get(opening, frozenset()) | {len(value)}
                values.add(self._digest(stream, value))
        return Digests(openings, frozenset(values))

    def _search(
        self, stream: str, spelling: Spelling, digests: Digests, shape: Shape
    ) -> Iterator[Finding]:
        text, size = spelling.text, shape.opening
        sizes_of = self._sizes.setdefault(stream, {})
        for start in range(len(text) - size + 1):
            opening = text[start : start + size]
            sizes = sizes_of.get(opening)
            if sizes is None:
                digest = self._digest(stream + "首", opening)
                sizes = sizes_of[opening] = digests.openings.get(digest, frozenset())
            for length in sizes:
                window = text[start : start + length]
                if len(window) == length and self._digest(stream, window) in digests.values:
                    last = start + length - 1
                    yield _finding(spelling.starts[start], spelling.ends[last], window)

    def _digest(self, stream: str, text: str) -> str:
        message = f"{stream}\0{text}".encode("utf-8", "replace")
        return hmac.digest(self._key, message, "sha256").hex()[:DIGEST_LENGTH]


def _finding(start: int, end: int, window: str) -> Finding:
    """两个字的姓名若同时是词典里的词（高峰、白云），只提醒，不拦。"""
    from casebook.privacy.lexicon import base_costs

    if len(window) == 2 and window in base_costs():
        return Finding(start, end, KIND, "与台账里的一个姓名相同，也可能只是普通的词。", "likely")
    return Finding(start, end, KIND, "与台账里的一条真实信息相同。")
