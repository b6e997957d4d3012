"""商号：个体工商户的字号往往就是店主的名片，公开时应写成“某烧烤店”。

《行政处罚法》第四十八条只要求公开有一定社会影响的决定；小店字号足以认出店主。
"""

import re
from collections.abc import Iterator

from .findings import Finding
from .lexicon import UNKNOWN_COST
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
