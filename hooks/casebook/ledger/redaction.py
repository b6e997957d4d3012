"""自由文字里的真实信息换成代称：本案的人（只写名字不写姓的也算）、台账里别的人、
隐私门另外认出的，以及真实的村名。
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from casebook.ledger.likely_names import likely_names
from casebook.ledger.people import (
    Pseudonyms,
    given_of,
    is_masked_name,
    looks_like_person,
    parts_of,
)
from casebook.ledger.places import coarsen
from casebook.privacy import Finding, Guard
from casebook.privacy.normalize import normalize
from casebook.vault import KnownValues
from casebook.vault.spelling import Spelling, spell_words

OMITTED = "（略）"
OFFICER = "执法人员"
VILLAGE = "某村"


class Secrets(Struct, frozen=True):
    """整本台账的真实信息。`names` 是规范写法的姓名与单位名，`officers` 是其中的执法人员。"""

    known: KnownValues
    names: Mapping[str, str]
    officers: frozenset[str]
    villages: re.Pattern[str] | None


class _Patch(Struct, frozen=True):
    """文中要换掉的一段；`rank` 小的优先。"""

    start: int
    end: int
    rank: int
    wording: str


class Redactor:
    """一件案子的替换者；代称与本案其他各处一致。"""

    def __init__(
        self, secrets: Secrets, guard: Guard, pseudonyms: Pseudonyms, own_names: Iterable[str]
    ) -> None:
        self._secrets = secrets
        self._guard = guard
        self._pseudonyms = pseudonyms
        self._own = {name: _forms(name) for name in own_names if not is_masked_name(name)}
        self._likely: dict[str, tuple[str, ...]] = {}
        self._whole: dict[str, str] = {}
        for name in self._own:
            for part in parts_of(name):
                if part != name and not looks_like_person(part):
                    self._whole.setdefault(part, name)

    def redact(self, text: str) -> str:
        """换了一遍的文字。换好没有，由隐私门对整份草稿说了算；没换好就再换一遍。"""
        likely = likely_names(text, [*self._own, *self._likely])
        self._likely |= {name: _forms(name) for name in likely if name not in self._own}
        return _apply(text, list(self._patches(text)))

    def placeholder(self, name: str) -> str:
        """当事人的代称；台账里本来就隐去名字的照写。"""
        return name if is_masked_name(name) else self._wording(name)

    def _patches(self, text: str) -> Iterator[_Patch]:
        spelling = spell_words(normalize(text))
        for rank, names in ((0, self._own), (2, self._likely)):
            for name, forms in names.items():
                for start, end in _places(spelling, forms):
                    yield _Patch(start, end, rank, self._wording(name))
        for finding in self._secrets.known.find(text):
            yield self._known(text, finding)
        for finding in self._guard.find(text):
            yield self._found(text, finding)
        if self._secrets.villages is not None:
            for match in self._secrets.villages.finditer(text):
                yield _Patch(*match.span(), 2, VILLAGE)

    def _known(self, text: str, finding: Finding) -> _Patch:
        """台账里有的：是姓名就用代称，是号码就略去，是地址就只说到村。"""
        value = text[finding.start : finding.end]
        name = self._secrets.names.get(spell_words(normalize(value)).text)
        if name is not None:
            return _Patch(finding.start, finding.end, 1, self._wording(name))
        wording = coarsen(value) if re.search(r"[\u4e00-\u9fff]", value) else OMITTED
        return _Patch(finding.start, finding.end, 1, wording)

    def _found(self, text: str, finding: Finding) -> _Patch:
        """隐私门认出的。"""
        value = "".join(text[finding.start : finding.end].split())
        wording = OMITTED
        if finding.kind == "姓名":
            wording = self._pseudonyms.of(value)
        elif "地址" in finding.kind:
            wording = coarsen(value)
        return _Patch(finding.start, finding.end, 2, wording)

    def _wording(self, name: str) -> str:
        """代称；单位的简称、字号用它全称的代称。"""
        if name in self._secrets.officers:
            return OFFICER
        return self._pseudonyms.of(self._whole.get(name, name))


def _apply(text: str, patches: list[_Patch]) -> str:
    """互相重叠的先换要紧的、长的；其余等下一遍。"""
    taken: list[_Patch] = []
    for patch in sorted(patches, key=lambda p: (p.rank, p.start - p.end, p.start)):
        if all(patch.end <= other.start or other.end <= patch.start for other in taken):
            taken.append(patch)
    for patch in sorted(taken, key=lambda p: p.start, reverse=True):
        text = text[: patch.start] + patch.wording + text[patch.end :]
    return text


def _forms(name: str) -> tuple[str, ...]:
    """一个人在文中的几种写法：全名、两个字以上的名、“小”“阿”加单名。"""
    given = given_of(name)
    if len(given) == 1:
        return name, f"小{given}", f"阿{given}"
    return name.replace("·", ""), given


def _places(spelling: Spelling, forms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """这些写法在原文里的位置；字间夹着空白也找得到。"""
    for form in forms:
        start = spelling.text.find(form)
        while start >= 0:
            end = start + len(form)
            yield spelling.starts[start], spelling.ends[end - 1]
            start = spelling.text.find(form, end)
