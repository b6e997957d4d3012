"""各种查法：姓名、号码、商号、地址逐样过一遍，还有藏在网页注释和标签里的。

一百多条正则、几张大表都从这里装进来；`guard` 用到才装。
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from .addresses import find_homes
from .births import find_births, find_rare_traits, find_traits
from .contacts import find_emails, find_handles
from .coordinates import find_coordinates
from .digits import Cluster, clusters
from .findings import Finding
from .gazetteer import district_places
from .identifiers import find_account, find_masked_resident, find_registrations, find_resident
from .labelled import find_labelled
from .lexicon import with_places
from .minority_names import find_minority_names, find_single_names
from .name_disguises import find_disguised_names
from .name_fields import (
    find_dotted_names,
    find_double_surnames,
    find_party_fields,
    find_presented,
)
from .name_tables import common_surnames
from .names import find_names
from .normalize import View, join_digits, join_names, join_titles, normalize
from .papers import find_papers
from .phones import find_disguised_mobiles, find_phone, find_qq
from .shops import find_shops
from .smuggled import find_smuggled
from .vehicles import find_frames, find_plates

_HIDDEN = re.compile(
    r"<(?:!--(?P<comment>)|(?=[A-Za-z]))(?P<inner>(?(comment).*?|[^<>\n]*?))(?(comment)--)>",
    re.DOTALL,
)


_REVERSED = re.compile("\u202e(?P<inner>[^\u202c\u202e\n]{2,60})")


@cache
def _places(extra: frozenset[str]) -> frozenset[str]:
    """本区地名和另给的地名。"""
    return district_places() | extra


@cache
def _costs(extra: frozenset[str]) -> dict[str, int]:
    """词的代价表，含本区地名和另给的地名；同一批地名只算一次。"""
    return with_places(_places(extra))


def find_all(text: str, places: frozenset[str], public_numbers: frozenset[str]) -> list[Finding]:
    """一段文本里的全部发现，可能互相重叠。`places` 是另加的地名，`public_numbers` 是公开的号码。"""
    view = normalize(text)
    named = join_names(view, common_surnames())
    found = [view.locate(finding) for finding in _find_numbers(view, public_numbers)]
    found += [named.locate(finding) for finding in _find_names(named.text, places)]
    found += [view.locate(finding) for finding in find_disguised_names(view.text)]
    titled = join_titles(named)
    shops = find_shops(titled.text, _costs(places))
    found += [titled.locate(finding) for finding in shops]
    found += find_smuggled(text)
    found += _find_hidden(text, places, public_numbers)
    found += _find_reversed(text, public_numbers)
    joined = join_digits(view)
    if joined is not view:  # 成对的经纬度只隔一个空格时，接起来反而看不出是两个数
        found += [view.locate(finding) for finding in find_coordinates(view)]
    found += [joined.locate(finding) for finding in _find_split(joined)]
    return found


def _find_hidden(
    text: str, places: frozenset[str], public_numbers: frozenset[str]
) -> Iterator[Finding]:
    """网页注释和标签属性里的：读者看不见，源文件里照样公开。"""
    for match in _HIDDEN.finditer(text):
        for finding in find_all(match["inner"], places, public_numbers):
            offset = match.start("inner")
            yield replace(finding, start=offset + finding.start, end=offset + finding.end)


def _find_reversed(text: str, public_numbers: frozenset[str]) -> Iterator[Finding]:
    """用“从右往左”的控制符倒着存、显示出来是正着的号码：照显示的样子查，算整段。"""
    for match in _REVERSED.finditer(text):
        for finding in _find_numbers(normalize(match["inner"][::-1]), public_numbers):
            yield replace(finding, start=match.start("inner"), end=match.end("inner"))
            break


def _find_names(text: str, places: frozenset[str]) -> Iterator[Finding]:
    costs = _costs(places)
    yield from find_names(text, costs, _places(places))
    yield from find_party_fields(text, costs)
    yield from find_presented(text, costs)
    yield from find_dotted_names(text, costs)
    yield from find_minority_names(text, costs)
    yield from find_single_names(text)
    yield from find_double_surnames(text)


def _find_numbers(view: View, public_numbers: frozenset[str]) -> Iterator[Finding]:
    for cluster in clusters(view):
        yield from _find_in_cluster(cluster, view, public_numbers)
    yield from find_disguised_mobiles(view)
    yield from find_registrations(view)
    yield from find_plates(view)
    yield from find_frames(view)
    yield from find_emails(view)
    yield from find_handles(view, public_numbers)
    yield from find_traits(view)


def _find_split(view: View) -> Iterator[Finding]:
    """拆开写也要认的：证件号码、半遮的身份证号、出生日期、经纬度。"""
    yield from find_masked_resident(view)
    yield from find_papers(view)
    yield from find_labelled(view)
    yield from find_births(view)
    yield from find_coordinates(view)
    yield from find_rare_traits(view)
    yield from find_homes(view)


def _find_in_cluster(
    cluster: Cluster, view: View, public_numbers: frozenset[str]
) -> Iterator[Finding]:
    found_until = 0
    for run in cluster.runs():
        if run.start < found_until:
            continue
        finding = (
            find_resident(run)
            or find_qq(run)
            or find_account(run)
            or find_phone(run, view.digits, public_numbers)
        )
        if finding:
            found_until = finding.end
            yield finding
