"""姓名候选的特征：字像不像名字，左右文像不像姓名的左右文。都是看得懂的文字。"""

from dataclasses import dataclass

from .lexicon import UNKNOWN_COST, class_after, suffix_costs, word_before, word_classes
from .name_tables import RARE_GIVEN_COST, RARE_SURNAME_COST, given_costs, rarity, surname_costs

SIZES = (1, 2)
_LEFT, _RIGHT = 3, 3
_PRIOR_COST = 50
# 当作姓名比当作普通词贵这么多，左右文再像也不必往下看。
_HOPELESS = -95
_PLACE_ENDINGS = frozenset(
    "村庄屯镇乡县区市路街道桥河沟营堡寨港店铺台坨沽淀洼楼园里湾岛山沿头湖寺庙院所站厂"
)
_START, _END = "^", "$"
# 上一句的句号与一段的开头一样：后面的姓名都在句首。
_STOPS = frozenset("\n。!?;")
# 词末是这些字的名词多半是称呼：护林员、泥瓦匠、连襟、婚生女。
_ROLE_ENDINGS = frozenset("员工匠主商户师长手者父母妻夫兄弟姐妹子女人民友邻伴翁婿媳客贩")
_PERSON_VERBS = (
    "说|称|讲|喊|答|骂|怕|嫌|骑|蹲|认罪|认罚|认错|承认|否认|供述|供称|供认|"
    "交代|陈述|申辩|辩称|辩解|诉称|签字|签名|签收|本人|家里|家中|家的|家门|家住|"
    "家属|之子|之女|之妻|之夫|之父|之母|夫妇|夫妻|到场|在场|到案|投案|自首|逃离|"
    "不服|不肯|不听|拒绝|拒不|反映|举报|投诉|报警|驾驶|雇佣|雇人|名下|窜至|伙同|"
    "到庭|起诉|上诉|现年|身穿|死亡|受伤|患病|辨认|觉得|以为|知道|听说|表示|同意|"
    "答应|愿意|主动|带头|带队|带着|擅自|私自|明知|谎称|自称|又称|还称|却说|就说|"
    "也说|当场|当庭|又名|女士|先生|同志|阿姨|师傅|大爷"
)
_PERSON_AFTER = frozenset(_PERSON_VERBS.split("|"))
# 常见到自己就是词的姓（和、向、于、时），各记各的脾气。
_WORDLIKE_COST = 95


@dataclass(frozen=True, slots=True)
class Site:
    """一处姓氏连同左右文；切分代价只算一次，供各种长度的候选共用。"""

    window: str
    at: int
    given_at: int
    surname: str
    suffix: list[int]
    gains: tuple[int, ...]
    left: str
    after: str
    left_class: str
    role: bool


def is_wordlike(surname: str, costs: dict[str, int]) -> bool:
    """这个姓作为普通单字词也很常见。"""
    return costs.get(surname, UNKNOWN_COST) < _WORDLIKE_COST


def is_role(word: str) -> bool:
    """姓名前面的这个词是不是称呼：护林员、泥瓦匠。"""
    return word[-1:] in _ROLE_ENDINGS and (len(word) > 1 or word == "员")


def _run_left(text: str, start: int) -> int:
    """向左最多三个连续汉字的起点。"""
    at = start
    while at > 0 and start - at < _LEFT and "\u4e00" <= text[at - 1] <= "\u9fff":
        at -= 1
    return at


def _run_right(text: str, start: int, reach: int) -> int:
    end = min(len(text), start + reach)
    at = start
    while at < end and "\u4e00" <= text[at] <= "\u9fff":
        at += 1
    return at


def _gains(
    window: str, given_at: int, surname: str, apart: int, suffix: list[int]
) -> tuple[int, ...]:
    """把一个字、两个字当名字，各比当普通词便宜多少；`apart` 是不当姓名时省去左边的代价。"""
    base = apart - _PRIOR_COST - surname_costs()[surname]
    table = given_costs()
    gains = []
    for end in range(given_at + 1, min(len(window), given_at + SIZES[-1]) + 1):
        base -= table.get(window[end - 1], RARE_GIVEN_COST)
        gains.append(base - suffix[end])
    return tuple(gains)


def look_at(text: str, start: int, surname: str, costs: dict[str, int]) -> Site:
    """取出姓氏左右的一段连续汉字，算好各处切分的代价。"""
    first = _run_left(text, start)
    last = _run_right(text, start, len(surname) + SIZES[-1] + _RIGHT)
    window = text[first:last]
    at = start - first
    given_at = at + len(surname)
    suffix = suffix_costs(window, costs)
    apart = suffix[0] - suffix_costs(window[:at], costs)[0]
    left = text[max(0, start - 2) : start]
    if not left or left[-1] in _STOPS:
        left = _START
    word = word_before(window, at)
    return Site(
        window,
        at,
        given_at,
        surname,
        suffix,
        _gains(window, given_at, surname, apart, suffix),
        left,
        text[last : last + 1].replace("\n", ""),
        word_classes().get(word, word) or left[-1],
        is_role(word),
    )


def _step(value: int) -> int:
    """把代价差压成不多的几档：每一个自然对数单位一档。"""
    return max(-12, min(15, value // 10))


def _rivalry(site: Site, size: int) -> str:
    """两种长度谁更划算：一个字的名字胜出多少档；只能取一个字时记作 +。"""
    if len(site.gains) < len(SIZES):
        return f"d{size}+"
    return f"d{size}={max(-6, min(6, (site.gains[0] - site.gains[1]) // 15))}"


def features(site: Site, size: int, labelled: bool, costs: dict[str, int]) -> list[str]:
    """候选“姓 + `size` 个字”的特征；窗口里没有这么多字，或者一望而知不是时，返回空表。"""
    if size > len(site.gains) or site.gains[size - 1] < _HOPELESS:
        return []
    end = site.given_at + size
    right = site.window[end : end + 2] or site.after or _END
    found = [
        f"n{size}",
        f"s={min(8, surname_costs()[site.surname] // 10)}",
        f"l1={site.left[-1]}",
        f"l2={site.left}",
        f"r1={right[0]}",
        f"r2={right}",
        f"b={site.left[-1]}{right[0]}",
        f"lp={site.left_class}",
        f"rp{size}={class_after(site.window, end) or right[0]}",
        _rivalry(site, size),
    ]
    if labelled:
        found.append(f"k{size}")
    if site.role:
        found.append(f"R{size}")
    if right in _PERSON_AFTER or right[0] in _PERSON_AFTER:
        found.append(f"P{size}")
    if right[0] in _PLACE_ENDINGS:
        found.append("p")
    return found + _lexical(site, size, costs)


def _lexical(site: Site, size: int, costs: dict[str, int]) -> list[str]:
    """只看用字与词表的特征。"""
    window, end = site.window, site.given_at + size
    given = window[site.given_at : end]
    step = _step(site.gains[size - 1])
    common = min(12, costs.get(site.surname, UNKNOWN_COST) // 10)
    found = [f"g{size}={step}", f"c{size}={rarity(given)}", f"q{size}={common}/{step // 2}"]
    if surname_costs()[site.surname] >= RARE_SURNAME_COST or is_wordlike(site.surname, costs):
        found.append(f"S={site.surname}")
    if window[end - 1] in _PLACE_ENDINGS:
        found.append(f"e={window[end - 1]}")
    if costs.get(window[site.at : site.given_at + 1], UNKNOWN_COST) < UNKNOWN_COST:
        found.append(f"w{size}")
    if site.at and window[site.at - 1 : site.given_at] in costs:
        found.append("x")
    if end < len(window) and window[end - 1 : end + 1] in costs:
        found.append(f"y{size}")
    if size > 1 and given in costs:
        found.append("v")
    if (whole := costs.get(window[site.at : end])) is not None:
        found.append(f"W{size}={whole // 8}")
    return found
