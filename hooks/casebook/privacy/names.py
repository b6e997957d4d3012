"""人名：在姓氏处取候选，用小模型打分；认出的名字在全文里再找一遍。"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .findings import Finding
from .lexicon import UNKNOWN_COST, base_costs, word_classes
from .name_features import SIZES, features, look_at
from .name_model import score, weights
from .name_tables import surname_costs
from .party import SHORT_TITLES, STEMS, TITLE, labelled_places

_NEVER_GIVEN = frozenset("某的了是在被把等个吗呢吧这那些很们你我他她它啊哪怎什么哦嗯也诉氏")
_COVERED = frozenset("某×*＊○●□")
_MASKED_BEFORE = re.compile(r"[某×*＊○●□](?:[\u4e00-\u9fff]{0,4}[店铺厂部馆站社行场市])?\Z")
_NOT_ALONE = STEMS | SHORT_TITLES
# “赵磊均已缴款”：均是“都”，不是名字。
_ALL_OF_THEM = frozenset({"均已", "均在", "均未", "均为", "均系", "均不", "均无", "均表"})
_NOT_FIRST = STEMS | frozenset("父母妻")
# 只出现在“邓小平理论”之类提法里的名字，法律文书常引，不是当事人。
_FIGURES = frozenset({"邓小平", "毛泽东", "马克思", "习近平"})
# 姓氏与旁边的字合成这么常用的词，就不必再打分。
_EVERYDAY_COST, _COMMON_COST, _FAMILIAR_COST = 95, 108, 140
# 别处已认出的名字，分数低些也认。
_REPEATED = -6.0
# 要有多大把握才认：姓氏越像普通字（和、向、时），门槛越高；前面有称呼的，门槛最低。
_LOWEST, _HIGHEST, _PIVOT, _SLOPE = -2.0, 1.8, 50, 0.085
# 与认出的姓名并列（张三、李四和王五）；同一个写法在文中出现几次，每次都有几分像。
_COORDINATED, _RECURRING, _OFTEN = -4.0, -2.6, 2
_CONJUNCTIONS = frozenset("、和与及跟/;")
# 邻字与姓名搭成这么常用的词，就不凭“别处认出过”认它：认得“白云”，不动“白云区”。
_BINDING_COST = 112
_PERSON_AFTER = re.compile(
    r"(?:[说讲喊答称][,:\"“其自]|[,(、]?[男女][,)、]|本人|家[里中门住]|之[子女妻夫父母兄弟]|夫[妇妻]|"
    r"签[字名收]|认[罪罚错]|承认|供[述称]|不[服肯听]|拒[绝不]|到[场案庭]|在场|投案|逃离|反映|举报|"
    r"报警|见状|向[法本大镇]|起诉|上诉|主张|辩[称解]|诉称|申请|驾驶|名下|伙同|窜至|又名|女士|阿姨|师傅|被[查抓罚处拘]|把|于\d|[骑开推]着?车|的[儿女妻丈父母哥姐弟])"
)
# 人常拿来取名的是名词、形容词和地名；“许可”“陈述”是动词。
_NAMING_CLASSES = frozenset("naztsb")
_LIST_ENDS = frozenset("等均都共两三四五")
_BOUNDARY = frozenset(" \n,。:;、!?“”\"'()[]|/【】")

Spans = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Option:
    """一个候选姓名、它的特征，前面有没有“当事人”之类称呼，是不是只能由并列的姓名带出的常用词。"""

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


def _may_name(word: str, costs: dict[str, int]) -> bool:
    """这个词有人拿来取名：不太常用的名词、形容词。"""
    common = costs.get(word, UNKNOWN_COST) < _COMMON_COST
    return not common and word_classes().get(word, "v") in _NAMING_CLASSES


def _is_word_in_passing(
    text: str, start: int, end: int, costs: dict[str, int], labelled: bool
) -> bool:
    """整个候选就是一个常用词，左右文又不是非人不可：“当事人陈述”里没有姓名。"""
    word = text[start:end]
    if costs.get(word, UNKNOWN_COST) >= _FAMILIAR_COST or text[start - 1 : start] == ":":
        return False
    if not _may_name(word, costs):
        return True
    return not (_PERSON_AFTER.match(text, end) or (labelled and text[end : end + 1] in _BOUNDARY))


def _plausible(text: str, given: int, end: int) -> bool:
    """名字不是虚词，后面不是遮盖，也不是化名（张甲）、称谓（李家）。"""
    if end > len(text) or text[end - 1] in _NEVER_GIVEN or text[end : end + 1] in _COVERED:
        return False
    if text[given - 1 : given + 2] in _FIGURES or text[end - 1 : end + 1] in _ALL_OF_THEM:
        return False
    return text[given] not in (_NOT_ALONE if end - given == 1 else _NOT_FIRST)


def _is_nickname(text: str, start: int, costs: dict[str, int]) -> bool:
    """姓前面是“小”“老”：小胡、老李不是姓名；“从小”“养老”另算。"""
    return text[start - 1 : start] in ("小", "老") and text[start - 2 : start] not in costs


def _numbers_a_mask(text: str, start: int) -> bool:
    """“谢某丁说”“何某商店辛说”的丁、辛是用来区分几个谢某的，不是姓。"""
    return text[start] in STEMS and bool(_MASKED_BEFORE.search(text, max(0, start - 6), start))


def sites(text: str, costs: dict[str, int]) -> Iterator[list[Option]]:
    """每个姓氏处的候选：后面一个字、两个字各算一个，至多有一个是真的。"""
    labels = labelled_places(text)
    for start, surname in _surnames(text):
        labelled = start in labels
        given = start + len(surname)
        if TITLE.match(text, given) or (not labelled and _is_ordinary(text, start, costs)):
            continue
        if _is_nickname(text, start, costs) or _numbers_a_mask(text, start):
            continue
        site = look_at(text, start, surname, costs)
        options = []
        for size in SIZES:
            end = given + size
            if not _plausible(text, given, end):
                continue
            wordlike = _is_word_in_passing(text, start, end, costs, labelled)
            if wordlike and not (
                _may_name(text[start:end], costs) and _is_listed(text, start, end)
            ):
                continue
            if found := features(site, size, labelled, costs):
                options.append(Option(start, end, found, labelled, wordlike))
        yield options


def _is_listed(text: str, start: int, end: int) -> bool:
    """前后至少一边是并列的记号，后面又到了头：“、白云、”“和江山都”。"""
    after = text[end : end + 1]
    closed = after in _BOUNDARY or after in _CONJUNCTIONS or after in _LIST_ENDS
    return closed and (after in _CONJUNCTIONS or text[start - 1 : start] in _CONJUNCTIONS)


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


@cache
def _thresholds() -> dict[str, float]:
    """每个单姓的门槛：作为姓氏比作为普通字少见多少，门槛就高多少。"""
    words = base_costs()
    excess = {s: c - words.get(s, UNKNOWN_COST) + _PIVOT for s, c in surname_costs().items()}
    return {s: max(_LOWEST, min(_HIGHEST, _LOWEST + _SLOPE * e)) for s, e in excess.items()}


def _is_sure(text: str, value: float, option: Option) -> bool:
    village = not option.labelled and text[option.end : option.end + 1] == "村"
    if option.wordlike or village:
        return False
    threshold = _LOWEST if option.labelled else _thresholds().get(text[option.start], _LOWEST)
    return value > threshold


def _coordinated(text: str, best: list[tuple[float, Option]], sure: Spans) -> Spans:
    """与认出的姓名并列的候选，一个带出下一个。"""
    doubtful = [(o.start, o.end) for value, o in best if value > _COORDINATED]
    doubtful = [span for span in doubtful if span not in sure]
    found: Spans = set()
    while True:
        starts = {start for start, _ in sure | found}
        ends = {end for _, end in sure | found}
        more = {
            (start, end)
            for start, end in doubtful
            if (text[end : end + 1] in _CONJUNCTIONS and end + 1 in starts)
            or (text[start - 1 : start] in _CONJUNCTIONS and start - 1 in ends)
        } - found
        if not more:
            return found
        found |= more


def _recurring(text: str, best: list[tuple[float, Option]], costs: dict[str, int]) -> set[str]:
    """不是词、在文中出现几次、每次都有几分像姓名的写法。"""
    times = Counter(
        text[o.start : o.end] for value, o in best if value > _RECURRING and not o.wordlike
    )
    return {name for name, count in times.items() if count >= _OFTEN and name not in costs}


def _echoes(text: str, name: str, costs: dict[str, int]) -> Iterator[tuple[int, int]]:
    """认出的姓名在别处的出现；两个字的，与邻字搭成常用词的不算，本身是词的要看左右。"""
    word = costs.get(name, UNKNOWN_COST) < UNKNOWN_COST
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        sides = (text[max(0, start - 1) : start + 1], text[end - 1 : end + 1])
        bound = any(len(s) > 1 and costs.get(s, UNKNOWN_COST) < _BINDING_COST for s in sides)
        alone = (text[start - 1 : start] or "\n") in _BOUNDARY and (
            text[end : end + 1] in _BOUNDARY or _PERSON_AFTER.match(text, end)
        )
        if len(name) > 2 or (alone if word else not bound):
            yield start, end
        start = text.find(name, end)


def find_names(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """姓名：分数够高的；与它们并列的、写法相同的，分数可以低些。"""
    table = weights()
    scored = [(score(o.features, table), o) for site in sites(text, costs) for o in site]
    best = _best([pair for pair in scored if pair[0] > _REPEATED])
    sure = {(o.start, o.end) for value, o in best if _is_sure(text, value, o)}
    listed = _coordinated(text, best, sure)
    known = {text[start:end] for start, end in sure | listed} | _recurring(text, best, costs)
    same = {(o.start, o.end) for _, o in best if text[o.start : o.end] in known}
    same |= {span for name in known for span in _echoes(text, name, costs)}
    for start, end in sure:
        yield Finding(start, end, "姓名", "用字和上下文都像真实姓名。")
    for start, end in listed - sure:
        yield Finding(start, end, "姓名", "与认出的姓名并列。")
    for start, end in same - sure - listed:
        yield Finding(start, end, "姓名", "与本文别处认出的姓名相同。")
