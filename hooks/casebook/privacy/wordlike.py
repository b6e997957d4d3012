"""像普通词的姓名（高峰、程序、何时）：用字分不出是人是物，只看左右文是不是在说一个人。"""

from functools import cache

from .human_acts import act_at, acts_after, human_words
from .lexicon import LONGEST_WORD, UNKNOWN_COST, legal_words, word_before, word_classes
from .name_features import is_role

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
_STARTS = frozenset("\n,。:;、!?“\"'([|/【-.·")
# 后面能跟姓名的字：由高峰、责令安静、同连心、发现白云。
_TAKES_PERSON = frozenset(
    "由对向给把被与和同跟令问叫系为据经因让请派送帮替找见到是至及后的现知雇托故时者即且但而将从于陪劝查以用待连按名除如像村庄方队镇"
)
# 后面紧跟着这些，再常用的词也只能是人：程序私自安装、胡同说自己、权利驾驶三轮车。
_TELLING = frozenset(
    [
        "称其",
        "称自己",
        "称他",
        "说自己",
        "说他",
        "说她",
        "坚称",
        "谎称",
        "辩称",
        "供述",
        "供称",
        "自述",
        "承认",
        "否认",
        "驾车",
        "骑车",
        "骑着",
        "骑电",
        "开着",
        "推着",
        "拎着",
        "拿着",
        "扛着",
        "背着",
        "抱着",
        "蹲在",
        "坐在",
        "站在",
        "躺在",
        "雇用",
        "雇佣",
        "雇来",
        "雇人",
        "雇了",
        "租下",
        "租住",
        "在自家",
        "在家",
        "自家",
        "自己家",
        "家门",
        "家门口",
        "家里",
        "家中",
        "家院",
        "名下",
        "本人",
        "本人到",
        "到案",
        "拒绝",
        "拒不",
        "拒收",
        "拒签",
        "不服",
        "不肯",
        "不听",
        "不愿",
        "不识字",
        "不在家",
        "外出",
        "外出务工",
        "打工",
        "回家",
        "之妻",
        "之夫",
        "之子",
        "之女",
        "之父",
        "之母",
        "的妻子",
        "的丈夫",
        "的儿子",
        "的女儿",
        "的父亲",
        "的母亲",
        "的弟弟",
        "的哥哥",
        "的邻居",
        "私自",
        "偷偷",
        "悄悄",
        "系外",
        "系该",
        "今年",
        "投案",
        "自首",
        "归案",
        "报警",
        "道歉",
        "认罪",
        "认罚",
        "认错",
        "按手印",
        "喝酒",
        "喝了",
        "醉酒",
        "伙同",
        "窜至",
        "经传唤",
        "刑满",
        "看见",
        "看到",
        "听见",
        "没想到",
        "不知道",
        "不清楚",
        "解释说",
        "打电话",
        "女士",
        "先生",
        "师傅",
        "大爷",
    ]
)
_BEFORE_TELLING = frozenset(
    "由对向给把被与和同跟令问叫系据因让请派帮替找见至知雇劝在村庄\n,。:;!?“\"'([|-."
)
_NEVER = frozenset({"应当", "应该", "曾经", "全部", "何人", "任何人", "都没", "都不", "都已"})
_FAR_TOO_COMMON = 80
_ENDS = frozenset("\n,。:;、!?”\"')]|/】")
_STOPS = frozenset("\n。!?;")


@cache
def _openers() -> frozenset[str]:
    """说人的词的头一个字，再加上虚词：姓名后面多半是它们之一。"""
    return frozenset(human_words()) | _ENDS | frozenset("的在于与和及等先后曾已又再也")


def is_familiar(word: str, costs: dict[str, int]) -> bool:
    """这个候选整个就是一个见过的词。"""
    return costs.get(word, UNKNOWN_COST) < _FAMILIAR


def may_be_person(text: str, start: int, end: int, labelled: bool, costs: dict[str, int]) -> bool:
    """值不值得打分：不太常用，左边能跟人、右边像人在做事；绝大多数普通词到此为止。"""
    word = text[start:end]
    left, right = text[start - 1 : start], text[end : end + 1]
    if costs.get(word, UNKNOWN_COST) < _TOO_COMMON or _is_mere_word(word, costs, labelled):
        return _is_told_of(text, start, end) and costs.get(word, UNKNOWN_COST) > _FAR_TOO_COMMON
    if labelled or left in _ROLES:
        fitting = True
    elif left in _TAKES_PERSON:
        fitting = right in _ENDS or bool(acts_after(text, end))
    else:
        fitting = not left or left in _STARTS
        fitting = fitting and (not right or right in _openers())
    return fitting and not _is_bound(text, start, end, labelled, costs)


def _is_told_of(text: str, start: int, end: int) -> bool:
    """在分句的开头，后面紧跟着只有人才做的事；称呼人的词（原告、劳动者）不算。"""
    word, left = text[start:end], text[start - 1 : start]
    if word[-1] in "人者告员们" or word in _NEVER or word not in word_classes():
        return False
    starts = not left or left in _BEFORE_TELLING
    return starts and act_at(text, end) in _TELLING


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


def features(text: str, start: int, end: int, labelled: bool, costs: dict[str, int]) -> list[str]:
    """只看左右文的特征；都以 ~ 开头，与看用字的特征各算各的。"""
    classes = word_classes()
    word = text[start:end]
    before = word_before(text, start) if start and text[start - 1] not in _STOPS else "^"
    right = _word_at(text, end)
    following = _word_at(text, end + len(right)) if right not in _ENDS else "$"
    acts = acts_after(text, end)
    letter = classes.get(word, "-")
    found = [
        "~",
        f"~c{letter}",
        f"~W{min(17, costs.get(word, UNKNOWN_COST) // 8)}",
        f"~l{before}",
        f"~L{classes.get(before, before[-1:])}",
        f"~r{right}",
        f"~R{classes.get(right, right)}",
        f"~f{following}",
        f"~F{classes.get(following, following)}",
        f"~b{classes.get(before, before[-1:])}{classes.get(right, right)}",
        f"~a{min(3, len(acts))}",
        *(f"~{act}" for act in acts),
    ]
    if labelled:
        found += ["~k", f"~k{right if right in _ENDS else letter}"]
    if is_role(before):
        found.append("~o")
    if acts and acts[0][0] == "0":
        found.append(f"~d{before[-1:] if before[-1:] in _STARTS else before}")
    return found


def _word_at(text: str, at: int) -> str:
    """从 `at` 起最长的词；不是词时返回那一个字符，到头了返回“$”。"""
    classes = word_classes()
    for end in range(min(len(text), at + LONGEST_WORD), at, -1):
        if text[at:end] in classes:
            return text[at:end]
    return text[at : at + 1] or "$"
