"""隐私门：给出一段文本里的发现，或把发现遮住。查法都在 `finders` 里。"""

from msgspec import Struct

from .findings import Finding, keep_strongest

MASK = "＊"


class Guard(Struct, frozen=True):
    """隐私门。

    `places` 是另加的地名，`public_numbers` 是公开的号码（只含数字），`allowed` 是可以照登的原文。
    """

    places: frozenset[str] = frozenset()
    public_numbers: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()

    def find(self, text: str) -> tuple[Finding, ...]:
        """查一段文本，返回按位置排好、互不重叠的发现；任何 Unicode 文本都不会出错。"""
        return keep_strongest(self._find_all(text))

    def hint(self, text: str) -> tuple[Finding, ...]:
        """提醒能把人认出来的组合：村名、姓氏、确切日期写在一句话里。只提醒，不必拦。"""
        from .gazetteer import TOWNS, district_places
        from .normalize import normalize
        from .reidentify import find_traceable

        view = normalize(text)
        villages = frozenset(p for p in district_places() | self.places if p not in TOWNS)
        return keep_strongest(view.locate(f) for f in find_traceable(view.text, villages))

    def mask(self, text: str) -> str:
        """返回等长的文本，发现的每个字符都换成“＊”。"""
        characters = list(text)
        for finding in self._find_all(text):
            characters[finding.start : finding.end] = MASK * (finding.end - finding.start)
        return "".join(characters)

    def _find_all(self, text: str) -> list[Finding]:
        """全部发现，可能互相重叠；遮盖时一处也不能少。"""
        from .finders import find_all  # 没有要查的就不装，命令启动才快

        found = find_all(text, self.places, self.public_numbers)
        return [f for f in found if text[f.start : f.end] not in self.allowed]
