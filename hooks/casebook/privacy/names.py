"""人名：在姓氏处取候选，用小模型打分；认出的名字在全文里再找一遍。"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .findings import Finding
from .lexicon import UNKNOWN_COST
from .name_model import RARE_SURNAME_COST, features, look_at, score, surname_costs, weights
from .party import PARTY_FIELD, SHORT_TITLES, TITLES, is_masked, labelled_places

_HAN = "\u4e00-\u9fff"
_NEVER_GIVEN = frozenset("某的了是在被把等个吗呢吧这那些很们你我他她它啊哪怎什么哦嗯也诉氏")
_STEMS = frozenset("甲乙丙丁戊己庚辛壬癸")
_NOT_ALONE = _STEMS | SHORT_TITLES
_COVERED = frozenset("某×*＊○●□")
_TITLE = re.compile(TITLES)
_DOTTED = re.compile(rf"[{_HAN}]{{1,6}}(?:·[{_HAN}]{{1,6}}){{1,3}}")
_TRANSLITERATED = frozenset(
    "阿卜布不杜拉买麦提江艾尔热合曼古丽帕孜木吐逊依力亚穆罕默德努巴图加那哈萨克沙吾肉玛米娅扎西多吉"
    "次仁卓央尼旦增平措格桑洛达瓦罗其娜托苏和顺乌兰塔斯琴高娃宝音呼日勒额赛迪库班守玉素甫伊明海依汗"
    "地里夏铁特也居马别莎义司孙伦才让索南贡嘎曲珍白姆旺堆强巴德庆珠康噶土登丹朝鲁根敖登其木阿古达"
)
_EVERYDAY_COST = 95
# 同一个名字在文中别处已经认出时，这一处的分数低一些也认。
_SURE = 0.3
_SURE_RARE = 1.0
_REPEATED = -6.0


@dataclass(frozen=True, slots=True)
class Option:
    """一个候选姓名和它的特征。"""

    start: int
    end: int
    features: list[str]
    labelled: bool


@cache
def _surname_pattern() -> re.Pattern[str]:
    """单姓，后面跟着可以入名的汉字。"""
    single = "".join(sorted(name for name in surname_costs() if len(name) == 1))
    return re.compile(rf"[{single}](?=[{_HAN}])(?=[^{''.join(sorted(_NEVER_GIVEN))}])")


@cache
def _compound_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(name for name in surname_costs() if len(name) > 1)))


def _surnames(text: str) -> Iterator[tuple[int, str]]:
    """文中每个姓氏的位置；复姓与它的头一个字各算一次。"""
    for pattern in (_surname_pattern(), _compound_pattern()):
        for match in pattern.finditer(text):
            yield match.start(), match.group()


# 只出现在“邓小平理论”之类提法里的名字，法律文书常引，不是当事人。
_FIGURES = frozenset({"邓小平", "毛泽东", "马克思", "习近平"})


def _plausible(text: str, given: int, end: int) -> bool:
    """名字的字不是虚词，后面不是遮盖；单个天干是化名（张甲），单个称谓不是名字（李家）。"""
    if end > len(text) or text[end - 1] in _NEVER_GIVEN or text[end : end + 1] in _COVERED:
        return False
    if text[given - 1 : end] in _FIGURES:
        return False
    if end - given > 1:
        return text[given] not in _STEMS
    return text[given] not in _NOT_ALONE


def _is_ordinary(text: str, start: int, costs: dict[str, int]) -> bool:
    """姓氏与左边或右边的字合成一个很常用的词（方法、地方），多半不是姓。"""
    right = costs.get(text[start : start + 2], UNKNOWN_COST)
    left = costs.get(text[start - 1 : start + 1], UNKNOWN_COST) if start else UNKNOWN_COST
    return min(left, right) < _EVERYDAY_COST


def options(text: str, costs: dict[str, int]) -> Iterator[Option]:
    """文本里所有可能的姓名：每个姓氏后面一个字、两个字各算一个候选。"""
    labelled = labelled_places(text)
    for start, surname in _surnames(text):
        if start not in labelled and _is_ordinary(text, start, costs):
            continue
        given = start + len(surname)
        if _TITLE.match(text, given):
            continue
        site = look_at(text, start, surname, costs)
        for size in (1, 2):
            if _plausible(text, given, given + size):
                found = features(site, size, costs)
                if found is not None:
                    known = start in labelled
                    yield Option(
                        start, given + size, [*found, f"k{size}"] if known else found, known
                    )


def _best(scored: list[tuple[float, Option]]) -> list[tuple[float, Option]]:
    """互相重叠的候选只留分数最高的。"""
    kept: list[tuple[float, Option]] = []
    taken: set[int] = set()
    for value, option in sorted(scored, key=lambda pair: -pair[0]):
        span = range(option.start, option.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append((value, option))
    return kept


def find_names(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """姓名：分数够高的，以及与已认出的名字相同、分数不太低的。"""
    table = weights()
    scored = [(score(option.features, table), option) for option in options(text, costs)]
    best = _best([pair for pair in scored if pair[0] > _REPEATED])
    sure = [option for value, option in best if value > _threshold(text, option)]
    known = {text[option.start : option.end] for option in sure}
    certain = {(option.start, option.end) for option in sure}
    for _, option in best:
        if (option.start, option.end) in certain:
            yield Finding(option.start, option.end, "姓名", "用字和上下文都像真实姓名。")
        elif text[option.start : option.end] in known:
            yield Finding(option.start, option.end, "姓名", "与本文别处认出的姓名相同。")


def _threshold(text: str, option: Option) -> float:
    """少见的姓多半是普通字，要有更足的把握。"""
    rare = surname_costs().get(text[option.start], 0) >= RARE_SURNAME_COST
    return _SURE_RARE if rare and not option.labelled else _SURE


def find_minority_names(text: str) -> Iterator[Finding]:
    """带间隔号的少数民族姓名：几段都由译名用字组成，或写在当事人之类称呼后面。"""
    if "·" not in text:
        return
    labelled = labelled_places(text)
    for match in _DOTTED.finditer(text):
        characters = match.group().replace("·", "")
        known = sum(character in _TRANSLITERATED for character in characters)
        if known >= 0.7 * len(characters) or match.start() in labelled:
            yield Finding(match.start(), match.end(), "姓名", "像带间隔号的少数民族姓名。")


def find_named_parties(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """写明“当事人：”“姓名：”的栏目：以姓氏开头的二到四个字，不是隐名也不是常用词。"""
    surnames = surname_costs()
    for match in PARTY_FIELD.finditer(text):
        value = match["value"]
        known = value[0] in surnames or value[:2] in surnames
        if known and not is_masked(value) and value not in costs and not _TITLE.search(value):
            yield Finding(*match.span("value"), "姓名", "写在当事人、姓名之类栏目里。")
