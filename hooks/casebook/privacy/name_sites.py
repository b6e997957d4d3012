"""姓名的候选：每个姓氏处，后面一个字、两个字各算一个；一望而知不是的不要。"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .lexicon import UNKNOWN_COST
from .name_features import SIZES, features, look_at
from .name_tables import surname_costs
from .party import SHORT_TITLES, STEMS, TITLE, labelled_places
from .wordlike import features as wordlike_features
from .wordlike import is_familiar, may_be_person

_NEVER_GIVEN = frozenset("某的了是在被把等个吗呢吧这那些很们你我他她它啊哪怎什么哦嗯也诉氏")
_COVERED = frozenset("某×*＊○●□")
_MASKED_BEFORE = re.compile(r"[某×*＊○●□](?:[\u4e00-\u9fff]{0,4}[店铺厂部馆站社行场市])?\Z")
_NOT_ALONE = STEMS | SHORT_TITLES
# “赵磊均已缴款”：均是“都”，不是名字。
_ALL_OF_THEM = frozenset({"均已", "均在", "均未", "均为", "均系", "均不", "均无", "均表"})
_NOT_FIRST = STEMS | frozenset("父母妻姐嫂婶姨婆爷舅女男")
# 只出现在“邓小平理论”之类提法里的名字，法律文书常引，不是当事人。
_FIGURES = frozenset({"邓小平", "毛泽东", "马克思", "习近平"})
# 拿来打比方的姓名，谁也不指。
_SPEAKING_ELDER = re.compile("[叔伯队工][说和于辩称对把将在都]")
_NOBODY = frozenset({"张三", "李四", "王五", "赵六"})
# 姓氏与旁边的字合成这么常用的词，就不必再打分。
_EVERYDAY_COST = 95
_NUMERALS = frozenset("0123456789十百千万亿两几")
# 没有称呼时，姓氏后面是这些的是村名：韩家墅、王庆坨、孟李家村、姚村镇。
_VILLAGE = re.compile(
    r"[\u4e00-\u9fff]?家?(?:村镇|家村|庄村|屯村|庄镇|家庄)|"
    r".?家[园墅堼峪沟湾河岭营屯坨泊沽店岗桥疃房堡台楼洼]|.{1,2}[坨沽堼疃屯]|.{0,2}庄(?![主重严稼园户])|.?店子"
)
_COMPOUND_VILLAGE = frozenset("庄店营屯村寨")


@dataclass(frozen=True, slots=True)
class Option:
    """一个候选姓名、它的特征，前面有没有“当事人”之类称呼，本身是不是一个词。"""

    start: int
    end: int
    features: list[str]
    labelled: bool
    wordlike: bool = False


@cache
def _surname_pattern() -> re.Pattern[str]:
    """单姓，后面跟着可以入名的汉字。"""
    single = "".join(sorted(name for name in surname_costs() if len(name) == 1))
    never = "".join(sorted(_NEVER_GIVEN))
    return re.compile(rf"[{single}](?=[\u4e00-\u9fff])(?=[^{never}])")


@cache
def _compound_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(name for name in surname_costs() if len(name) > 1)))


def _surnames(text: str) -> Iterator[tuple[int, str]]:
    """文中每个姓氏的位置；复姓与它的头一个字各算一次。"""
    for pattern in (_surname_pattern(), _compound_pattern()):
        for match in pattern.finditer(text):
            yield match.start(), match.group()


def _is_ordinary(text: str, start: int, costs: dict[str, int]) -> bool:
    """姓氏与左边或右边的字合成一个很常用的词（方法、地方），多半不是姓。"""
    right = costs.get(text[start : start + 2], UNKNOWN_COST)
    left = costs.get(text[start - 1 : start + 1], UNKNOWN_COST) if start else UNKNOWN_COST
    return min(left, right) < _EVERYDAY_COST


def _plausible(text: str, given: int, end: int) -> bool:
    """名字不是虚词，后面不是遮盖，也不是化名（张甲）、称谓（李家）。"""
    if end > len(text) or text[end - 1] in _NEVER_GIVEN or text[end : end + 1] in _COVERED:
        return False
    if text[given - 1 : given + 2] in _FIGURES or text[end - 1 : end + 1] in _ALL_OF_THEM:
        return False
    if text[given - 1 : given + 1] in _NOBODY or _SPEAKING_ELDER.match(text, given):
        return False
    return text[given] not in (_NOT_ALONE if end - given == 1 else _NOT_FIRST)


def _is_nickname(text: str, start: int, costs: dict[str, int]) -> bool:
    """姓前面是“小”“老”：小胡、老李不是姓名；“从小”“养老”另算。"""
    return text[start - 1 : start] in ("小", "老") and text[start - 2 : start] not in costs


def _numbers_a_mask(text: str, start: int) -> bool:
    """“谢某丁说”“何某商店辛说”的丁、辛是用来区分几个谢某的，“三十余根”的余是多，都不是姓。"""
    if text[start] == "余" and text[start - 1 : start] in _NUMERALS:
        return True
    return text[start] in STEMS and bool(_MASKED_BEFORE.search(text, max(0, start - 6), start))


def _joins_masks(text: str, given: int, surname: str) -> bool:
    """“陆某和常姓业主”的和是连词：它后面的字才是姓，又已经隐去了名字。"""
    if surname != "和" or text[given] not in surname_costs():
        return False
    return text[given + 1 : given + 2] in _COVERED or TITLE.match(text, given + 1) is not None


def _is_village(text: str, given: int, surname: str) -> bool:
    """姓氏后面的字拼成了村名；复姓后面一个字就够：诸葛店、司徒营。"""
    compound = len(surname) > 1 and text[given : given + 1] in _COMPOUND_VILLAGE
    return compound or _VILLAGE.match(text, given) is not None


def sites(text: str, costs: dict[str, int]) -> Iterator[list[Option]]:
    """每个姓氏处的候选：后面一个字、两个字各算一个，至多有一个是真的。"""
    labels = labelled_places(text)
    for start, surname in _surnames(text):
        given = start + len(surname)
        if TITLE.match(text, given) or _is_nickname(text, start, costs):
            continue
        if _numbers_a_mask(text, start) or _joins_masks(text, given, surname):
            continue
        labelled = start in labels
        site = None
        if labelled or not _is_ordinary(text, start, costs):
            site = look_at(text, start, surname, costs)
        options = []
        for size in SIZES:
            end = given + size
            if not _plausible(text, given, end):
                continue
            if is_familiar(text[start:end], costs):
                if may_be_person(text, start, end, labelled, costs):
                    found = wordlike_features(text, start, end, labelled, costs)
                    options.append(Option(start, end, found, labelled, wordlike=True))
            elif site and (found := features(site, size, labelled, costs)):
                options.append(Option(start, end, found, labelled))
        if options and (labelled or not _is_village(text, given, surname)):
            yield options
