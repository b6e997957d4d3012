"""人名：在姓氏处取候选，用小模型打分；认出的名字在全文里再找一遍。"""

import re
from collections import Counter
from collections.abc import Iterator

from .findings import Finding
from .lexicon import UNKNOWN_COST
from .name_model import score, weights
from .name_sites import Option, sites
from .name_thresholds import threshold
from .place_shapes import without_places

# 别处已认出的名字，分数低些也认。
_REPEATED = -6.0
_WORDLIKE_REPEATED = -1.6
# 与认出的姓名并列（张三、李四和王五）；同一个写法在文中出现几次，每次离门槛都只差一点。
_COORDINATED, _RECURRING, _OFTEN = -4.0, -0.5, 2
# 一篇里隐名和真名各有多少，决定门槛往哪边移。
_ALIAS = re.compile(r"([\u4e00-\u9fff])(?:[某×*X]|[甲乙丙丁戊][,。说的在把、与和]|女士|先生|姓)")
_MASKED_MANY, _MASKED_SHARE, _MASKED_SHIFT = 2, 2, 3.5
# 通篇写张某的文书里冒出一个姓张的真名，多半是漏隐了一处。
_SLIP_SHIFT = 0.0
_NAMED_MANY, _NAMED_SHIFT = 3, -0.8
_CONJUNCTIONS = frozenset("、和与及跟/;")
# 并列的几个候选后面写着他们是兄弟、二人，分数低些也认，再带出前面的。
_TOGETHER = re.compile(
    "(?:两|三|俩)?(?:兄弟|姐妹|姐弟|兄妹|父子|母子|母女|父女|夫妇|夫妻|妯娌|叔侄|[二两三四]人|[两三四]家)"
)
_TOGETHER_SCORE = -2.5
# 邻字与姓名搭成这么常用的词，就不凭“别处认出过”认它：认得“白云”，不动“白云区”。
_BINDING_COST = 112
_PERSON_AFTER = re.compile(
    r"(?:[说讲喊答称][,:\"“其自]|[,(、]?[男女][,)、]|本人|家[里中门住]|之[子女妻夫父母兄弟]|夫[妇妻]|"
    r"签[字名收]|认[罪罚错]|承认|供[述称]|不[服肯听]|拒[绝不]|到[场案庭]|在场|投案|逃离|反映|举报|"
    r"报警|见状|向[法本大镇]|起诉|上诉|主张|辩[称解]|诉称|申请|驾驶|名下|伙同|窜至|又名|女士|阿姨|师傅|被[查抓罚处拘]|把|于\d|[骑开推]着?车|的[儿女妻丈父母哥姐弟])"
)
_BOUNDARY = frozenset(" \n,。:;、!?“”\"'()[]|/【】")

Spans = set[tuple[int, int]]


def _best(text: str, scored: list[tuple[float, Option]]) -> list[tuple[float, Option]]:
    """互相重叠的候选只留超出门槛最多的。"""
    kept: list[tuple[float, Option]] = []
    taken: set[int] = set()
    for value, option in sorted(scored, key=lambda pair: threshold(text, pair[1]) - pair[0]):
        span = range(option.start, option.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append((value, option))
    return kept


def _is_sure(text: str, value: float, option: Option, shift: float) -> bool:
    if not option.labelled and text[option.end : option.end + 1] == "村":
        return False
    return value > threshold(text, option) + shift


def _sure(text: str, best: list[tuple[float, Option]]) -> Spans:
    """分数够高的。通篇隐名的文书里难得有真名，门槛抬高；认出好几个真名的文书里，门槛放低。"""
    firm = {text[o.start : o.end] for value, o in best if _is_sure(text, value, o, 0.0)}
    aliases = _ALIAS.findall(text)
    shift = 0.0
    if len(aliases) >= _MASKED_MANY and len(aliases) > _MASKED_SHARE * len(firm):
        shift = _MASKED_SHIFT
    elif len(firm) >= _NAMED_MANY and len(firm) > len(aliases):
        shift = _NAMED_SHIFT
    surnames = set(aliases)
    return {
        (o.start, o.end)
        for value, o in best
        if _is_sure(text, value, o, _SLIP_SHIFT if text[o.start] in surnames else shift)
    }


def _coordinated(text: str, best: list[tuple[float, Option]], sure: Spans) -> Spans:
    """与认出的姓名并列的候选，一个带出下一个。"""
    doubtful = [(o.start, o.end) for value, o in best if value > _COORDINATED]
    doubtful = [span for span in doubtful if span not in sure]
    found = {
        (o.start, o.end)
        for value, o in best
        if value > _TOGETHER_SCORE
        and text[o.start - 1 : o.start] in _CONJUNCTIONS
        and _TOGETHER.match(text, o.end)
    } - sure
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
        text[o.start : o.end]
        for value, o in best
        if not o.wordlike and value > threshold(text, o) + _RECURRING
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


def find_names(text: str, costs: dict[str, int], places: frozenset[str]) -> Iterator[Finding]:
    """姓名：分数够高的；与它们并列的、写法相同的，分数可以低些。`places` 是本区的地名。"""
    table = weights()
    scored = [(score(o.features, table), o) for site in sites(text, costs) for o in site]
    likely = (pair for pair in scored if pair[0] > _REPEATED)
    best = _best(text, list(without_places(text, likely, places)))
    sure = _sure(text, best)
    listed = _coordinated(text, best, sure)
    known = {text[start:end] for start, end in sure | listed} | _recurring(text, best, costs)
    same = {
        (o.start, o.end)
        for value, o in best
        if text[o.start : o.end] in known and not (o.wordlike and value < _WORDLIKE_REPEATED)
    }
    same |= {span for name in known for span in _echoes(text, name, costs)}
    for start, end in sure:
        yield Finding(start, end, "姓名", "用字和上下文都像真实姓名。")
    for start, end in listed - sure:
        yield Finding(start, end, "姓名", "与认出的姓名并列。")
    for start, end in same - sure - listed:
        yield Finding(start, end, "姓名", "与本文别处认出的姓名相同。")
