"""商号：个体工商户的字号往往就是店主的名片，公开时应写成“某烧烤店”。

《行政处罚法》第四十八条只要求公开有一定社会影响的决定；小店字号足以认出店主。
"""

import re
from collections.abc import Iterator

from .findings import Finding
from .lexicon import UNKNOWN_COST, suffix_costs
from .name_tables import common_surnames

_HAN = "\u4e00-\u9fff"
_KINDS = (
    "超市|商店|便利店|小卖部|食杂店|杂货店|百货店|五金店|建材店|饭店|餐馆|餐厅|饭馆|面馆|小吃部|小吃店|"
    "烧烤店|烧烤|火锅店|早餐店|早点铺|包子铺|熟食店|蛋糕店|水果店|蔬菜店|粮油店|肉铺|茶馆|理发店|美发店|"
    "美容院|浴池|旅馆|宾馆|药店|诊所|修理部|修理厂|汽修厂|洗车行|门市部|经营部|批发部|加工厂|加工部|商行|"
    "养殖场|养殖户|种植园|农资店|农机店|家具店|服装店|鞋店|花店|照相馆|广告部|广告社|打字社|网吧|棋牌室|"
    "麻辣烫店|麻辣烫|拉面馆|拉面店|饺子馆|米线店|快餐店|酒楼|农家院|农家乐|歌厅|美甲店|足疗店|麻将馆|食品店|奶茶店|"
    "零售店|综合店|服务部|维修部|修车铺|修配厂|电动车行|车行|轮胎店|水果摊|蔬菜摊|早餐摊|肉店|鲜花店|母婴店|文具店|"
    "烟酒店|副食店|馒头房|馒头店|豆腐坊|油坊|加油站|装饰部|印刷部|幼儿园|培训班|托管班|"
    "托运部|快递点|收购站|回收站|合作社|家庭农场|有限公司|有限责任公司"
)
_SHOP = re.compile(rf"(?:{_KINDS})(?:\(个体工商户\))?")
_LABELLED = re.compile(
    r"(?:字号|当事人名称|当事人|被处罚人|经营者名称|被检查单位|受检单位|店名|商号|店铺名称|单位名称|企业名称|招牌为|挂牌|名为|名称)(?:为|是|叫)?"
    r"[\s:：]{0,2}[“\"《]?"
    rf"(?P<value>[{_HAN}]{{2,20}}?(?:{_KINDS}))"
)
_QUOTED = re.compile(rf"[“\"](?P<value>[{_HAN}]{{2,8}}(?:{_KINDS}))[”\"]")
_REGISTERED = re.compile(rf"(?P<value>[{_HAN}]{{3,20}})\(个体工商户\)")
_LEADING = re.compile("^.*?[的在对由向为是给到与和将把被从，、]|^.*?(?:当事人|经营者)")
_TRADE = re.compile(
    r"(?:汽车|摩托车|电动车|电器|家电|手机|电脑|农机|服装|水果|蔬菜|粮油|五金|建材|日用品|食品)?$"
)
_AUSPICIOUS = frozenset(
    "鑫源福隆盛兴旺顺达发利通宏泰华丰瑞祥康恒信诚德鸿昌润嘉金宝聚亿佳美乐缘满万百和丽惠客来香味轩阁"
    "坊记老小家友邻益民便捷好鲜快旭阳东方永久立新星光明辉煌腾飞龙凤云"
)
_BY_SURNAME = re.compile(f"老[{common_surnames()}]|[{common_surnames()}]记")
_VAGUE = re.compile(
    "某|一家|两家|几家|多家|各|本|该|这|那|其|每|个体|小型|大型|沿街|路边|镇|村|街|农村|连锁|露天|违规|流动|"
    "经营|无照|有照|这家|那家|家|的|在|到|开|办|设|为|和|与|或|及|等"
)


_TAIL = re.compile(
    "(?:[店馆铺坊]|超市|工作室|经营部|门市部|修理部|批发部|小卖部|商行(?!政)|农家院)(?![\u4e00-\u9fff]?[主员家长面门铺位子])"
    "|摊(?![位点贩群区档子铺费主])"
)
_GOODS = re.compile(
    "(?:日用百货|百货|五金水暖|五金|水暖|铁锅炖鱼|炖鱼|炒货|装饰材料|装修|汽车|电动车|摩托车|水果|蔬菜|烧烤|理发|美发|美甲|麻辣烫|"
    "包子|饺子|早餐|早点|小吃|火锅|快餐|面|烤鱼|烤肉|熟食|粮油|农资|服装|鞋|手机|电器|家具|建材|药|花|烟酒|副食|便利|"
    "修车|修鞋|洗车|棋牌|茶|奶茶|蛋糕|馒头|豆腐|羊汤|牛肉面|拉面|砂锅|炸鸡|饭|餐|酒)+$"
)
_STOPPER = re.compile(
    ".*(?:[了着过为系在对由把将被向与和到的是叫从给让有开经家后门前内外旁边处时日曾已又租设办及或]|(?<![十百千万])里|来自|[她他我你您它说请问看答找]|约谈|检查|隔壁|名为|当事|字号|店铺|商户|业户|"
    "负责|举报|反映|投诉|发现|巡查|查处|镇|村|区|街|路|市|县|楼|层|号|证|司|关|要求|责令|通知|走访|进入|查看|经营|其他|部分|附近|周边)"
)
_HAN_RUN = re.compile("[\u4e00-\u9fff]+$")
# 字号每个字平均这么少见才像专门起的名字。
_DISTINCT_COST, _LONGEST_COINED = 57, 5
# 三个字以上、词典里整个没有的，松一些。
_LOOSER_COST = 53


def _coined_name(before: str, single: bool, costs: dict[str, int]) -> str:
    """店铺种类前面不像普通说法的两到五个字（三姐妹、香飘十里）；不像字号则返回空串。

    种类只有一个“店”“馆”字（`single`）时，前面还要有卖什么的词。
    """
    goods = _GOODS.search(before)
    if goods is None and single:
        return ""
    own = before[: goods.start()] if goods else before
    own = _STOPPER.sub("", own)
    if not 2 <= len(own) <= _LONGEST_COINED or _VAGUE.search(own):
        return ""
    rare = _LOOSER_COST if len(own) > 2 and own not in costs else _DISTINCT_COST
    return own if suffix_costs(own, costs)[0] >= rare * len(own) else ""


def find_coined_shops(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """分句里单独成一段的店名：三姐妹麻辣烫店、蓝胖子水果超市。"""
    for match in _TAIL.finditer(text):
        run = _HAN_RUN.search(text[max(0, match.start() - 12) : match.start()])
        own = _coined_name(run.group(), len(match.group()) == 1, costs) if run else ""
        if run and own:
            start = max(0, match.start() - 12) + run.start() + run.group().rindex(own)
            yield Finding(start, match.end(), "商号", "像小店的字号。")


def _trade_name(name: str, costs: dict[str, int]) -> str:
    """种类前面的字号：二到四个字号爱用的字、又不是常用词，或“老王”“张记”；不像则返回空串。"""
    if _BY_SURNAME.fullmatch(name[-2:]):
        return name[-2:]
    own = ""
    for character in reversed(name):
        if character not in _AUSPICIOUS:
            break
        own = character + own
    ordinary = costs.get(own, UNKNOWN_COST) <= 110 or _VAGUE.search(own)
    return "" if len(own) < 2 or ordinary else own


def find_shops(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """小店字号：写明是字号或店名的、引号里的，以及一看就是字号的。"""
    for pattern in (_LABELLED, _QUOTED):
        for match in pattern.finditer(text):
            if not _VAGUE.search(match["value"]):
                yield Finding(*match.span("value"), "商号", "写明是字号、店名。")
    for match in _SHOP.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()]
        trade = _TRADE.search(before)
        end = trade.start() if trade else len(before)
        own = _trade_name(before[max(0, end - 4) : end], costs)
        if own:
            start = match.start() - len(before) + end - len(own)
            yield Finding(start, match.end(), "商号", "像小店的字号。")
    for match in _REGISTERED.finditer(text):
        value = _LEADING.sub("", match["value"])
        if len(value) > 2 and not _VAGUE.search(value):
            yield Finding(
                match.end("value") - len(value), match.end(), "商号", "个体工商户的字号。"
            )
