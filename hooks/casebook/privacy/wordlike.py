"""像普通词的姓名（高峰、程序、何时）：用字分不出是人是物，只看左右文是不是在说一个人。"""

import re
from functools import cache

from .human_acts import acts_after, human_words
from .lexicon import (
    UNKNOWN_COST,
    legal_words,
    read_lines,
    word_after,
    word_before,
    word_classes,
)
from .name_tables import rarity, surname_costs
from .role_words import is_role

# 词有多常用：太常用的（时间、方法）不会是姓名；不到这么常用的，按生造的姓名照常打分。
_TOO_COMMON, _FAMILIAR = 86, 142
_COMMON_VERB = 116
_FUNCTION_CLASSES = frozenset("dcprmqufeo")
_NOT_NAME_ENDS = frozenset(
    "人者证法费员率类们队部间材民品器具型性化机款量式度业权所室局会厂院馆库站店街区县市省镇乡"
    "剂粉纸油布膜砖瓦棚桶箱袋瓶管泵船刀椅桌灯池带地件架板块片堆粮车长"
)
_BINDING_COST = 105
_ROLES = frozenset("员工匠主商户师长手人友邻")
_STARTS = frozenset(" \n,。:;、!?“\"'([|/【-.·")
# 后面能跟姓名的字：由高峰、责令安静、同连心、发现白云。
_TAKES_PERSON = frozenset(
    "由对向给把被与和同跟令问叫系为据经因让请派送帮替找见到是至及后的现知雇托故时者即且但而将从于陪劝查以用待连按名除如像村庄方队镇"
)
_BEFORE_TELLING = frozenset(
    "由对向给把被与和同跟令问叫系据因让请派帮替找见至知雇劝在村庄称说但时\n,。:;!?“\"'([|-."
)
# 左边是这些，后面跟着的是人：联系了安静、除了乔木、登记在文静名下。
_BEFORE_PERSON = re.compile(
    r"(?:联系|找到|询问|走访|约谈|通知|劝说|劝导|教育|传唤|雇用|雇佣|叫上|除了|谢谢|感谢|认识|属于|转租给|"
    r"认定|查明|证明|证实|确认|指认|都说|就是|正是|便是|登记在|随后向|要求|责令|举报|投诉)[了过到]?\Z"
)
_BEFORE_REACH = 4
_LAST_OF_VERBS = "等着听劝代替催喊了过到系问访谈知说导育唤用佣上谢识于给定明实认是在向求令报诉"
_FIELD_COLON = frozenset(":")
_PEOPLE = frozenset("人者告员们民部众户兵")
_FAR_TOO_COMMON = 80
# 栏目的冒号、引号、空格后面单独写着一个词：绘图人:方圆。
_COLONS = frozenset(':= “"')
_ENDS = frozenset(" \n,。:;、!?”\"')]|/】")
_STOPS = frozenset("\n。!?;")
_ITEM_REACH = 7
# 名字里不用的字（衣、物、刻）：没有称呼、后面也不是人做的事，就是普通词。
_NEVER_GIVEN_TIER = "4"
_ITEM = re.compile(r"[\u4e00-\u9fff]{1,6}")


@cache
def _openers() -> frozenset[str]:
    """说人的词的头一个字，再加上虚词：姓名后面多半是它们之一。"""
    return frozenset(human_words()) | _ENDS | frozenset("的在于与和及等先后曾已又再也")


@cache
def _before_words() -> frozenset[str]:
    """左边是这些字才可能引出像普通词的姓名；“联系了”之类只看末一个字。"""
    return _STARTS | _ROLES | _TAKES_PERSON | _BEFORE_TELLING | frozenset(_LAST_OF_VERBS)


def may_follow(text: str, start: int) -> bool:
    """`start` 处左边的字能不能引出一个人；绝大多数地方到此为止。"""
    return start == 0 or text[start - 1] in _before_words()


def is_familiar(word: str, costs: dict[str, int]) -> bool:
    """这个候选整个就是一个见过的词。"""
    return costs.get(word, UNKNOWN_COST) < _FAMILIAR


@cache
def plain_words() -> frozenset[str]:
    """左右文再像也不是姓名的词。"""
    return frozenset(word for line in read_lines("plain_words.txt") for word in line.split())


@cache
def ordinary_words() -> frozenset[str]:
    """没有人会拿来作姓名的普通词；单独写在栏目里的除外。"""
    return frozenset(word for line in read_lines("ordinary_words.txt") for word in line.split())


@cache
def _telling() -> dict[str, tuple[str, ...]]:
    """紧跟在后面、只有人才做的事，按头一个字分好。"""
    table: dict[str, tuple[str, ...]] = {}
    for line in read_lines("telling_words.txt"):
        for word in line.split():
            table[word[0]] = (*table.get(word[0], ()), word)
    return table


def is_told(text: str, at: int) -> bool:
    """从 `at` 起写的是不是只有人才做的事：私自、说自己、把、的供述。"""
    words = _telling().get(text[at : at + 1])
    return words is not None and any(text.startswith(word, at) for word in words)


def _follows_person_verb(text: str, start: int) -> bool:
    """左边是“联系了”“除了”之类，后面跟着的是人。"""
    return _BEFORE_PERSON.search(text[max(0, start - _BEFORE_REACH) : start]) is not None


def may_be_person(text: str, start: int, end: int, labelled: bool, costs: dict[str, int]) -> bool:
    """值不值得打分：不太常用，左边能跟人、右边像人在做事；绝大多数普通词到此为止。"""
    word = text[start:end]
    left, right = text[start - 1 : start], text[end : end + 1]
    if not labelled and _NEVER_GIVEN_TIER in rarity(word[1:]) and not is_told(text, end):
        return False
    if costs.get(word, UNKNOWN_COST) < _TOO_COMMON or _is_mere_word(word, costs, labelled):
        return _is_told_of(text, start, end, labelled, costs)
    if labelled or left in _ROLES:
        fitting = True
    elif left in _TAKES_PERSON or _follows_person_verb(text, start):
        fitting = right in _ENDS or bool(acts_after(text, end)) or is_told(text, end)
    else:
        fitting = not left or left in _STARTS
        fitting = fitting and (not right or right in _openers())
        fitting = fitting or (left in _BEFORE_TELLING and is_told(text, end))
    return fitting and not _is_bound(text, start, end, labelled, costs)


def _is_told_of(text: str, start: int, end: int, labelled: bool, costs: dict[str, int]) -> bool:
    """再常用的词，在分句的开头而后面紧跟着只有人才做的事，或者单独写在栏目里，也可能是人。"""
    word, left, right = text[start:end], text[start - 1 : start], text[end : end + 1]
    if word[-1] in _PEOPLE:
        return False
    if costs.get(word, UNKNOWN_COST) <= _FAR_TOO_COMMON:
        return False
    if labelled and left in _COLONS and (not right or right in _ENDS - _FIELD_COLON):
        return word[-1] not in _NOT_NAME_ENDS
    if left and left not in _BEFORE_TELLING and not _follows_person_verb(text, start):
        return False
    if is_told(text, end):
        return True
    acts = acts_after(text, end) if right == "在" else []
    return len(acts) > 1 or any(act.startswith("0在") for act in acts)


def _is_mere_word(word: str, costs: dict[str, int], labelled: bool) -> bool:
    """决不会是姓名的词：公文常用的、称呼人的；前面没有称呼时，还有虚词和常用的动词。"""
    letter = word_classes().get(word)
    # 词表里没有词性的是自编的说法（于当日、车停），不是词。
    if letter is None or word in legal_words() or word[-1] in _NOT_NAME_ENDS:
        return True
    if letter == "v":
        return costs.get(word, UNKNOWN_COST) < _COMMON_VERB
    return not labelled and letter in _FUNCTION_CLASSES


def _is_bound(text: str, start: int, end: int, labelled: bool, costs: dict[str, int]) -> bool:
    """与邻字搭成更长的词，或者搭成常用词：程序员、高峰会、设施工程。"""
    if text[start : end + 1] != text[start:end] and text[start : end + 1] in costs:
        return True
    left = "" if labelled else text[max(0, start - 1) : start + 1]
    sides = (left, text[end - 1 : end + 1])
    return any(len(s) > 1 and costs.get(s, UNKNOWN_COST) < _BINDING_COST for s in sides)


def _surname_cost(word: str) -> int:
    table = surname_costs()
    return table.get(word[:2], 99) if word[0] not in table else table[word[0]]


def _item(side: str, direction: int, costs: dict[str, int]) -> str:
    """并列的邻项像什么：w 见过的词，n 像姓名的两三个字，o 别的，- 没有并列。"""
    joined = side[::direction]
    if not joined.startswith("、"):
        return "-"
    match = _ITEM.match(joined, 1)
    item = match.group()[::direction] if match else ""
    if is_familiar(item, costs):
        return "w"
    return "n" if item[:1] in surname_costs() and len(item) in (2, 3) else "o"


def features(text: str, start: int, end: int, labelled: bool, costs: dict[str, int]) -> list[str]:
    """只看左右文的特征；都以 ~ 开头，与看用字的特征各算各的。"""
    classes = word_classes()
    word = text[start:end]
    before = word_before(text, start) if start and text[start - 1] not in _STOPS else "^"
    right = word_after(text, end) or "$"
    following = (word_after(text, end + len(right)) or "$") if right not in _ENDS else "$"
    acts = acts_after(text, end)
    letter = classes.get(word, "-")
    kinds = [classes.get(before, before[-1:]), *(classes.get(w, w) for w in (right, following))]
    found = [
        "~",
        f"~c{letter}",
        f"~W{min(17, costs.get(word, UNKNOWN_COST) // 8)}",
        f"~l{before}",
        f"~L{kinds[0]}",
        f"~r{right}",
        f"~R{kinds[1]}",
        f"~f{following}",
        f"~F{kinds[2]}",
        f"~b{kinds[0]}{kinds[1]}",
        f"~3{''.join(kinds)}",
        f"~a{min(3, len(acts))}",
        f"~g{word in legal_words():d}{is_told(text, end):d}",
        f"~s{min(9, _surname_cost(word) // 10)}",
        f"~G{rarity(word[1:])}",
        f"~e{word[-1]}",
        *(f"~{act}" for act in acts),
    ]
    if "、" in (text[start - 1 : start], right):
        found.append(
            f"~i{_item(text[max(0, start - _ITEM_REACH) : start], -1, costs)}"
            f"{_item(text[end : end + _ITEM_REACH], 1, costs)}"
        )
    if labelled:
        found += ["~k", f"~k{right if right in _ENDS else letter}"]
        if right in _ENDS and text[start - 1 : start] in _COLONS:
            found.append("~K")
    if is_role(before):
        found.append("~o")
    if acts and acts[0][0] == "0":
        found.append(f"~d{before[-1:] if before[-1:] in _STARTS else before}")
    return found
