"""隐私门：把各种查法合在一起，给出发现，或把发现遮住。"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from .addresses import find_homes
from .births import find_births, find_rare_traits, find_traits
from .contacts import find_emails, find_handles
from .coordinates import find_coordinates
from .digits import Cluster, clusters
from .findings import Finding, keep_strongest
from .gazetteer import TOWNS, district_places
from .identifiers import find_account, find_masked_resident, find_registrations, find_resident
from .labelled import find_labelled
from .lexicon import with_places
from .minority_names import find_minority_names, find_single_names
from .name_disguises import find_disguised_names
from .name_fields import find_dotted_names, find_double_surnames, find_party_fields
from .name_tables import common_surnames
from .names import find_names
from .normalize import View, join_digits, join_names, join_titles, normalize
from .papers import find_papers
from .phones import find_phone, find_qq
from .reidentify import find_traceable
from .shops import find_shops
from .vehicles import find_frames, find_plates

MASK = "＊"
_HIDDEN = re.compile(
    r"<(?:!--(?P<comment>)|(?=[A-Za-z]))(?P<inner>(?(comment).*?|[^<>\n]*?))(?(comment)--)>",
    re.DOTALL,
)


def _version() -> str:
    """本目录下代码与数据的指纹；任何一处改动都会变，供缓存判断要不要重查。"""
    fingerprint = hashlib.sha256()
    room = Path(__file__).parent
    for path in sorted(room.rglob("*")):
        if path.suffix in {".py", ".txt", ".csv", ".bin"}:
            fingerprint.update(path.relative_to(room).as_posix().encode() + b"\0")
            fingerprint.update(path.read_bytes())
    return fingerprint.hexdigest()[:16]


GUARD_VERSION = _version()


@cache
def _places(extra: frozenset[str]) -> frozenset[str]:
    """本区地名和另给的地名。"""
    return district_places() | extra


@cache
def _costs(extra: frozenset[str]) -> dict[str, int]:
    """词的代价表，含本区地名和另给的地名；同一批地名只算一次。"""
    return with_places(_places(extra))


@dataclass(frozen=True, slots=True)
class Guard:
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
        view = normalize(text)
        named = join_names(view, common_surnames())
        found = [view.locate(finding) for finding in self._find_numbers(view)]
        found += [named.locate(finding) for finding in self._find_names(named.text)]
        found += [view.locate(finding) for finding in find_disguised_names(view.text)]
        titled = join_titles(named)
        shops = find_shops(titled.text, _costs(self.places))
        found += [titled.locate(finding) for finding in shops]
        found += self._find_hidden(text)
        joined = join_digits(view)
        if joined is not view:  # 成对的经纬度只隔一个空格时，接起来反而看不出是两个数
            found += [view.locate(finding) for finding in find_coordinates(view)]
        found += [joined.locate(finding) for finding in self._find_split(joined)]
        return [f for f in found if text[f.start : f.end] not in self.allowed]

    def _find_hidden(self, text: str) -> Iterator[Finding]:
        """网页注释和标签属性里的：读者看不见，源文件里照样公开。"""
        for match in _HIDDEN.finditer(text):
            for finding in self._find_all(match["inner"]):
                offset = match.start("inner")
                yield replace(finding, start=offset + finding.start, end=offset + finding.end)

    def _find_names(self, text: str) -> Iterator[Finding]:
        costs = _costs(self.places)
        yield from find_names(text, costs, _places(self.places))
        yield from find_party_fields(text, costs)
        yield from find_dotted_names(text, costs)
        yield from find_minority_names(text, costs)
        yield from find_single_names(text)
        yield from find_double_surnames(text)

    def _find_numbers(self, view: View) -> Iterator[Finding]:
        for cluster in clusters(view):
            yield from self._find_in_cluster(cluster, view)
        yield from find_registrations(view)
        yield from find_plates(view)
        yield from find_frames(view)
        yield from find_emails(view)
        yield from find_handles(view, self.public_numbers)
        yield from find_traits(view)

    def _find_split(self, view: View) -> Iterator[Finding]:
        """拆开写也要认的：证件号码、半遮的身份证号、出生日期、经纬度。"""
        yield from find_masked_resident(view)
        yield from find_papers(view)
        yield from find_labelled(view)
        yield from find_births(view)
        yield from find_coordinates(view)
        yield from find_rare_traits(view)
        yield from find_homes(view)

    def _find_in_cluster(self, cluster: Cluster, view: View) -> Iterator[Finding]:
        found_until = 0
        for run in cluster.runs():
            if run.start < found_until:
                continue
            finding = (
                find_resident(run)
                or find_qq(run)
                or find_account(run)
                or find_phone(run, view.digits, self.public_numbers)
            )
            if finding:
                found_until = finding.end
                yield finding
