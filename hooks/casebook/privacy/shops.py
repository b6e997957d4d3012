"""商号：个体工商户的字号往往就是店主的名片，公开时应写成“某烧烤店”。

《行政处罚法》第四十八条只要求公开有一定社会影响的决定；小店字号足以认出店主。
"""

import re
from collections.abc import Iterator

from .findings import Finding
from .gazetteer import TOWNS
from .lexicon import UNKNOWN_COST, suffix_costs
from .name_tables import given_costs
from .trades import (
    chains,
    goods_pattern,
    kind_pattern,
    nickname_pattern,
    plain_modifiers,
    plain_titles,
)

_HAN = "\u4e00-\u9fff"
_LABEL = (
    "字号|店名|店招|门店名称?|商号|招牌|门头牌匾|牌匾|门头|匾额|店铺名称|店铺|商户|经营者名称|单位名称|企业名称|"
    "(?:当事人|当事店铺|被处罚人|被检查单位|受检单位|个体工商户)(?:名称)?|挂牌|名为|名叫|名称"
)
_TIE = r"(?:登记|注册|录|写|标注|显示|核准|招牌)?(?:[是为叫作有着]){0,2}[\s:=]{0,3}[“\"《「【(]?"
_LABELLED = re.compile(rf"(?:{_LABEL}){_TIE}(?P<value>[{_HAN}]{{2,20}})")
_STATED = re.compile(
    rf"(?:字号|店名|店招|招牌|牌匾|门头|商号|匾额)(?:[是为叫作写着录]){{0,2}}[\s:]{{0,2}}[“\"《「【](?P<value>[{_HAN}]{{2,12}})[”\"》」】]"
)
_QUOTED = re.compile(rf"[“\"](?P<value>[{_HAN}]{{2,12}})[”\"]")
# “胖嫂子”家常菜馆：引号里是字号，后面是种类。
_APART = re.compile(rf"[“\"](?P<value>[{_HAN}]{{2,8}})[”\"](?P<rest>[{_HAN}]{{1,8}})")
_NEAREST_KIND = 6
_REGISTERED = re.compile(rf"(?P<value>[{_HAN}]{{3,20}})\(个体工商户\)")
_LEADING = re.compile("^.*?[的在对由向为是给到与和将把被从，、]|^.*?(?:当事人|经营者)")
_AUSPICIOUS = frozenset(
    "鑫源福隆盛兴旺顺达发利通宏泰华丰瑞祥康恒信诚德鸿昌润嘉金宝聚亿佳美乐缘满万百和丽惠客来香味轩阁"
    "坊记老小家友邻益民便捷好鲜快旭阳东方永久立新星光明辉煌腾飞龙凤云堂斋楼苑庭荣茂裕"
)
_ORDINARY_COST = 110
_VAGUE = re.compile(
    "某|换成|操作|帮忙|指定|[东西南北中]片|一家|两家|几家|多家|各|本|该|这|那|其|每|个体|小型|大型|沿街|路边|农村|连锁|露天|违规|流动|无名|无牌|"
    "便民|经营|无照|有照|家|的|在|到|开|办|设|为|和|与|或|及|等|临街|店外|占道|固定|临时|附近|周边|涉事|涉案"
)
_STOPPER = re.compile(
    ".*(?:[了着过者非为系在对由把将被向与和到的是叫从给让有经应须可能未不内及或处时曾已租设办某各该本此哪每另]|(?<=.)[后前](?![进程景沿])|(?<![老万])[外旁边]|(?<![盈临满龙金南东西北天])门|出示|出具|应当|可以|必须|开(?!心|元|源)|(?<![一-龥])家"
    "|[这那](?:一|两)?[家个处间]|[一两二三四五六七八九十几多]+[家个处间户]|日(?!月|升|昌|新)|(?<![十百千万])里|来自|[她他我你您它说请问看答找]|变成|换成|改[成为]|当成|操作|称|约谈|检查|隔壁|"
    r"名为|当事人?|字号|店铺|商户|业户|对面|斜对|责令|负责|举报|反映|投诉|发现|巡查|查处|查明|街道|[镇村区街路市县乡层号证司关]|(?<=[号\d一二三四五六七八九十])楼|要求|通知|走访|进入|"
    "查看|经营者?|其他|其它|部分|附近|周边|沿街|路边|露天|流动|占道|个体|小型|大型|连锁|无照|涉事|涉案|暂扣|扣押|取缔|清理|规范|劝离|整治|关停|查封|以及|例如|比如|包括|属于|成立|新增|开设|提供|销售|违规)"
)
_LOCALITY = re.compile("^.*[省市区县镇乡村街路]")
_NAME_ENDS = re.compile(
    r"[\s,，。;；、)”\"]|$|[未占擅超将在把经夜外私往向对与和及被因使]|门[前外口头]|对面|隔壁|旁边|老板|前台|打工|上班|来信|处理|那小|四个字|油烟|噪|后厨|的(?:店|门|招|经|餐|厨|油|后|负|摊)"
)
_HAN_RUN = re.compile(f"[{_HAN}]+$")
# 字号每个字平均这么少见才像专门起的名字；三个字以上、词典里整个没有的，松一些。
_DISTINCT_COST, _LOOSER_COST, _LONGEST_COINED = 57, 53, 5
# 以这些字结尾的是地点、机构、物件，不是字号。
_NOT_TITLES = frozenset(
    "村庄屯营坨甸车站会场校院所局厅队区口边旁侧厂路街机品物料具员工人者店铺馆摊业类式型级种社"
)
# 某区某镇佳佳照相馆：前面是地名。
_REGION = re.compile(rf"[{_HAN}]{{2}}(?:[市区县镇乡]|街道)$")
_OWN_REGION = re.compile(
    rf"(?:天津市?)?(?:宝坻区)?(?:(?:{'|'.join(sorted(TOWNS))})(?:镇|街道|街)?)?$"
    # 外地的地名不在表里：前面要有停顿，才知道从哪里起
    rf"|(?:(?<=[在于为到是系,、])|(?<![{_HAN}]))"
    rf"(?:[{_HAN}]{{2,3}}[省市])?(?:[{_HAN}]{{2,3}}[区县])?(?:[{_HAN}]{{2,4}}(?:街道|[镇乡]))?$"
)
_LONGEST_REGISTERED = 4
_STRICT_COST, _UNUSUAL_WORD_COST = 60, 118
_WINDOW = 16
_SHORT_TITLE = 3
_TITLE_LENGTHS = (5, 4, 3, 2)


def _cuts_cleanly(text: str, at: int, costs: dict[str, int]) -> bool:
    """最顺的切分恰好在 `at` 处断开：后面几个字不是前一个词的一部分。"""
    parts = suffix_costs(text[:at], costs)[0] + suffix_costs(text[at:], costs)[0]
    return parts == suffix_costs(text, costs)[0]


def _lucky(own: str, costs: dict[str, int]) -> str:
    """末尾连着的、字号爱用的字；是普通词就不算。"""
    at = len(own)
    while at and own[at - 1] in _AUSPICIOUS and len(own) - at < _LONGEST_COINED:
        at -= 1
    title = own[at:]
    ordinary = costs.get(title, UNKNOWN_COST) <= _ORDINARY_COST or _VAGUE.search(title)
    return "" if len(title) < 2 or ordinary else title


def _titled(own: str, costs: dict[str, int]) -> str:
    """明显的字号：拿人名起的、爱用作字号的词、吉利字；几样都像取最长的，没有则返回空串。"""
    nickname = nickname_pattern().search(own)
    named = nickname.group() if nickname else ""
    if costs.get(named, UNKNOWN_COST) <= _ORDINARY_COST:
        named = ""
    return max(named, _common_title(own, costs), _lucky(own, costs), key=len)


def _common_title(own: str, costs: dict[str, int]) -> str:
    """末尾是爱用作字号的词，或者以这样的词开头再添两三个字：阳光宝贝、天天鲜。"""
    for size in _TITLE_LENGTHS:
        title = own[-size:]
        if len(title) < size or not _cuts_cleanly(own, len(own) - size, costs):
            continue
        extended = title[:2] in plain_titles() and not title.endswith(plain_modifiers())
        if title in plain_titles() or (
            extended and (size > _SHORT_TITLE or title[-1] in _AUSPICIOUS) and size > len("阳光")
        ):
            return title
    return ""


def _like_given_name(own: str, costs: dict[str, int]) -> str:
    given = given_costs()
    for size in (3, 2):
        title = own[-size:]
        if (
            len(title) == size
            and all(character in given for character in title)
            and title not in costs
            and suffix_costs(title, costs)[0] >= _DISTINCT_COST * size
            and _cuts_cleanly(own, len(own) - size, costs)
        ):
            return title
    return ""


def _coined(own: str, costs: dict[str, int], strict: bool) -> str:
    """不像普通说法的两到五个字：三姐妹、香飘十里；少见的三字词：红太阳。"""
    if (
        not 2 <= len(own) <= _LONGEST_COINED
        or _VAGUE.search(own)
        or own.startswith(plain_modifiers())
        or own.endswith(plain_modifiers())
        or own[-1] in _NOT_TITLES
    ):
        return ""
    cost = suffix_costs(own, costs)[0]
    if len(own) > 2 and own in costs and cost >= _UNUSUAL_WORD_COST:
        return own
    if strict:
        return own if len(own) > 2 and own not in costs and cost >= _STRICT_COST * len(own) else ""
    rare = _LOOSER_COST if len(own) > 2 and own not in costs else _DISTINCT_COST
    return own if cost >= rare * len(own) else ""


def _registered(own: str, costs: dict[str, int]) -> str:
    """登记的名称是地名、字号、行业：地名后面的两到四个字，只要不是普通的词。"""
    if not 2 <= len(own) <= _LONGEST_REGISTERED or _VAGUE.search(own):
        return ""
    doubled = own == own[0] * len(own)
    return own if doubled or own not in costs else ""


def _named(text: str, match: re.Match[str], costs: dict[str, int]) -> int | None:
    """店铺种类前面字号起始的位置；没有字号则返回 None。

    只写一个“店”字的不算；招牌菜、招牌货后面得是店名说完了的样子。
    """
    first = max(0, match.start() - _WINDOW)
    run = _HAN_RUN.search(text, first, match.start())
    if run is None or any(chain in run.group() + match.group() for chain in chains()):
        return None
    goods = goods_pattern().search(run.group())
    if goods is None and len(match.group()) == 1:
        return None
    own = run.group()[: goods.start()] if goods else run.group()
    end = run.start() + len(own)
    whole = _STOPPER.sub("", own)
    title = _titled(whole, costs)
    ended = match["shop"] or match["firm"] or _NAME_ENDS.match(text, match.end())
    if not ended and not _speaks_for_itself(text, match, whole, title, costs):
        return None
    region = _REGION.search(own[: len(own) - len(whole)]) is not None
    alone = match["shop"] or match["firm"] or (match["dish"] and (whole == own or region))
    plain = not whole or whole[-1] in _NOT_TITLES or whole.endswith(plain_modifiers())
    if not title and alone and not plain:
        title = _like_given_name(whole, costs) or _coined(whole, costs, strict=not match["shop"])
    if not title and match["shop"] and not plain and region:
        title = _registered(whole, costs)
    return end - len(title) if title else None


def _speaks_for_itself(
    text: str, match: re.Match[str], whole: str, title: str, costs: dict[str, int]
) -> bool:
    """拿人名、吉利字起的，后面不停顿也看得出是店名；公司、小广告另算。"""
    if not title or whole[-1] == "小" or text.startswith(("公司", "集团"), match.end()):
        return False
    return nickname_pattern().search(whole) is not None or title == _lucky(whole, costs)


def _with_region(text: str, start: int) -> int:
    """登记的全名从哪里起：字号前面紧挨着的市、区、镇也在里面。"""
    region = _OWN_REGION.search(text, max(0, start - _WINDOW), start)
    return region.start() if region else start


def _shop_end(value: str) -> int:
    """称呼后面的一串字里，店名到哪里为止；没有店名、只是泛称的返回 0。"""
    for match in kind_pattern().finditer(value):
        name = value[: match.start()]
        goods = goods_pattern().search(name)
        own = name[: goods.start()] if goods else name
        own = _LOCALITY.sub("", own)
        if len(own) >= 2 and not _VAGUE.search(own) and not own.endswith(plain_modifiers()):
            return match.end()
    return 0


def find_shops(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """小店字号：写明是字号或店名的、引号里的，以及一看就是字号的。"""
    for match in kind_pattern().finditer(text):
        start = _named(text, match, costs)
        if start is not None:
            yield Finding(_with_region(text, start), match.end(), "商号", "像小店的字号。")
    for pattern in (_LABELLED, _QUOTED):
        for match in pattern.finditer(text):
            end = _shop_end(match["value"])
            if end:
                start = match.start("value")
                yield Finding(start, start + end, "商号", "写明是字号、店名。")
    for match in _STATED.finditer(text):
        if not _VAGUE.search(match["value"]):
            yield Finding(*match.span("value"), "商号", "写明是字号、店名。")
    for match in _APART.finditer(text):
        kind = kind_pattern().search(match["rest"], 0, _NEAREST_KIND)
        if kind is None or not kind["shop"] or "的" in match["rest"][: kind.start()]:
            continue
        if not _VAGUE.search(match["value"]):
            end = match.start("rest") + kind.end()
            yield Finding(match.start(), end, "商号", "引号里是字号，后面是店铺的种类。")
    for match in _REGISTERED.finditer(text):
        value = _LEADING.sub("", match["value"])
        if len(value) > 2 and not _VAGUE.search(value):
            yield Finding(
                match.end("value") - len(value), match.end(), "商号", "个体工商户的字号。"
            )
