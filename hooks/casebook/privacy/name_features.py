"""姓名候选的特征：字像不像名字，左右文像不像姓名的左右文。都是看得懂的文字。"""

from msgspec import Struct

from .human_acts import act_at, acts_after
from .lexicon import UNKNOWN_COST, suffix_costs, word_after, word_before, word_classes
from .name_tables import RARE_GIVEN_COST, given_costs, rarity, surname_costs
from .party import TITLE
from .role_words import is_role

SIZES = (1, 2)
_LEFT, _RIGHT = 3, 3
_PRIOR_COST = 50
# 当作姓名比当作普通词贵这么多，左右文再像也不必往下看。
_HOPELESS, _HOPELESS_LABELLED = -95, -180
# 整个词拿来作名字（建设、石头）：不管字多生僻，当名字最多这么贵。
_GIVEN_WORD_COST = 128
_GIVEN_WORD_CLASSES = frozenset("natsvz")
_COMMON_WORD = 96
_FAMILIAR_COST = 142
# 左边的字与姓氏搭成这么常用的词，才算拆开了一个词。
_BOUND_LEFT_COST = 132
# 后面搭成这么常用的词（霜劳务），就不是村名的尾字。
_BOUND_COST = 115
_PLACE_ENDINGS = frozenset(
    "村庄屯镇乡县区市路街道桥河沟营堡寨港店铺台坨沽淀洼楼园里湾岛山沿头湖寺庙院所站厂泊峪疃墅堼岭岗坊渡甸圈务"
)
_VILLAGE_ENDINGS = frozenset("村庄屯镇乡营堡寨坨沽淀洼店泊峪疃台墅堼务街路里")
_PLACE_REACH = 3
_START, _END = "^", "$"
# 上一句的句号与一段的开头一样：后面的姓名都在句首。
# 常用到这个程度的单字（和、应、时）多半是虚词，用字不像就不必再看。
_FUNCTION_COST = 82
_BEFORE_NAMES = frozenset("^,、:由系经据因向对把被给与和")
_BEFORE_GIVEN_WORDS = frozenset('是叫于的村庄说称( "“')
_STOPS = frozenset("\n。!?;")
# 常见到自己就是词的姓（和、向、于、时），各记各的脾气。
_WORDLIKE_COST = 95


class Site(Struct, frozen=True):
    """一处姓氏连同左右文；切分代价只算一次，供各种长度的候选共用。"""

    text: str
    start: int
    window: str
    at: int
    given_at: int
    surname: str
    suffix: list[int]
    gains: tuple[int, ...]
    left: str
    after: str
    left_class: str
    left_word: str
    role: bool


def is_wordlike(surname: str, costs: dict[str, int]) -> bool:
    """这个姓作为普通单字词也很常见。"""
    return costs.get(surname, UNKNOWN_COST) < _WORDLIKE_COST


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
    window: str,
    given_at: int,
    surname: str,
    apart: int,
    suffix: list[int],
    opened: bool,
    word_costs: dict[str, int],
) -> tuple[int, ...]:
    """把一个字、两个字当名字，各比当普通词便宜多少。

    `apart` 是不当姓名时省去左边的代价；`opened` 是左边正好引出一个人，名字才可以整个是词。
    """
    base = apart - _PRIOR_COST - surname_costs()[surname]
    table = given_costs()
    gains = []
    for end in range(given_at + 1, min(len(window), given_at + SIZES[-1]) + 1):
        base -= table.get(window[end - 1], RARE_GIVEN_COST)
        gains.append(base - suffix[end])
    given = window[given_at : given_at + SIZES[-1]]
    wordy = word_costs.get(surname, UNKNOWN_COST) < _FUNCTION_COST or not opened
    if len(gains) == len(SIZES) and not wordy and _is_given_word(given, word_costs):
        whole = apart - _PRIOR_COST - surname_costs()[surname] - _GIVEN_WORD_COST
        gains[-1] = max(gains[-1], whole - suffix[given_at + SIZES[-1]])
    return tuple(gains)


def _is_given_word(given: str, costs: dict[str, int]) -> bool:
    """整个拿来作名字也不奇怪的词：不太常用，两个字都是名字用字。"""
    if costs.get(given, 0) > _COMMON_WORD:
        known = word_classes().get(given, "-") in _GIVEN_WORD_CLASSES
        return known and all(c in given_costs() for c in given)
    # 向东、建国这样两个字都常用来起名的，再常用也算。
    return costs.get(given, 0) > _FUNCTION_COST and set(rarity(given)) <= {"0", "1"}


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
    role = is_role(word)
    opened = role or left[-1] in _BEFORE_NAMES or left[-1] in _BEFORE_GIVEN_WORDS
    return Site(
        text,
        start,
        window,
        at,
        given_at,
        surname,
        suffix,
        _gains(window, given_at, surname, apart, suffix, opened, costs),
        left,
        text[last : last + 1].replace("\n", ""),
        "role" if role else word_classes().get(word, word) or left[-1],
        word,
        role,
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
    if size > len(site.gains) or site.gains[size - 1] < _HOPELESS_LABELLED:
        return []
    after = site.start + len(site.surname) + size
    if site.gains[size - 1] < _HOPELESS and not _expected(site, after, labelled, costs):
        return []
    acts = acts_after(site.text, after)
    end = site.given_at + size
    right = site.window[end : end + 2] or site.after or _END
    after_word = word_after(site.window, end) or right[0]
    follower = word_classes().get(after_word, after_word)
    found = [
        f"n{size}",
        f"s={min(8, surname_costs()[site.surname] // 10)}",
        f"l1={site.left[-1]}",
        f"l2={site.left}",
        f"r1={right[0]}",
        f"r2={right}",
        f"b={site.left[-1]}{right[0]}",
        f"lp={'role' if labelled else site.left_class}",
        f"rp{size}={follower}",
        f"rw={after_word}",
        f"lw={site.left_word}",
        f"cc={site.left_class}{follower}",
        _rivalry(site, size),
    ]
    if TITLE.match(site.text, after):
        found.append(f"T{size}")
    if labelled:
        found.append(f"k{size}")
    if site.role:
        found.append(f"R{size}")
    if acts:
        found.append(f"a{min(3, len(acts))}")
        found.append(f"P{size}{acts[0][0]}")
        found += [f"h{act}" for act in acts]
    if right[0] in _PLACE_ENDINGS:
        found.append(f"p{right[0]}")
    found += _place(site.window, site.given_at, end, costs)
    return found + _lexical(site, size, labelled, costs)


def _expected(site: Site, after: int, labelled: bool, costs: dict[str, int]) -> bool:
    """用字再不像，左右文也在说人：有称呼，或者在句首、后面紧跟着人的动作。"""
    if labelled:
        return True
    if costs.get(site.surname, UNKNOWN_COST) < _FUNCTION_COST:
        return False
    opens = site.left[-1] in _BEFORE_NAMES and act_at(site.text, after) != ""
    return site.role or opens


def _place(window: str, given_at: int, end: int, costs: dict[str, int]) -> list[str]:
    """像村名的痕迹：名字是“家×”，后面隔不到两个字就是庄、屯、营。"""
    found = []
    for gap, character in enumerate(window[end : end + _PLACE_REACH]):
        at = end + gap
        bound = max(end, at - 1) < at and costs.get(window[at - 1 : at + 1], UNKNOWN_COST)
        if character in _VILLAGE_ENDINGS and (bound is False or bound > _BOUND_COST):
            found.append(f"z{gap}{character}")
            break
    if window[given_at] == "家" and end - given_at > 1:
        found.append(f"j{window[end - 1] in _PLACE_ENDINGS}")
    return found


def _lexical(site: Site, size: int, labelled: bool, costs: dict[str, int]) -> list[str]:
    """只看用字与词表的特征。"""
    window, end = site.window, site.given_at + size
    given = window[site.given_at : end]
    step = _step(site.gains[size - 1])
    common = min(12, costs.get(site.surname, UNKNOWN_COST) // 10)
    found = [f"g{size}={step}", f"c{size}={rarity(given)}", f"q{size}={common}/{step // 2}"]
    if is_wordlike(site.surname, costs):
        found.append(f"S={site.surname}")
    if window[end - 1] in _PLACE_ENDINGS:
        found.append(f"e={window[end - 1]}")
    found.append(f"E{size}{window[end - 1]}")
    if costs.get(window[site.at : site.given_at + 1], UNKNOWN_COST) < UNKNOWN_COST:
        found.append(f"w{size}")
    left = window[site.at - 1 : site.given_at] if site.at and not labelled else ""
    if costs.get(left, UNKNOWN_COST) < _BOUND_LEFT_COST:
        found.append("x")
    if end < len(window) and window[end - 1 : end + 1] in costs:
        found.append(f"y{size}")
    if size > 1 and given in costs:
        found += ["v", f"v{word_classes().get(given, '-')}{rarity(given)}"]
    whole = costs.get(window[site.at : end], UNKNOWN_COST)
    if whole < _FAMILIAR_COST:
        found.append(f"W{size}={whole // 8}")
    return found
