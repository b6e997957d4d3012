"""小店的行当与字号用字：从数据文件编成的表，由 shops 使用。"""

import re
from functools import cache

from .lexicon import read_lines
from .name_tables import common_surnames


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    """trades.txt 各段的词，长的在前。"""
    table: dict[str, set[str]] = {}
    for line in read_lines("trades.txt"):
        section, *words = line.split()
        table.setdefault(section, set()).update(words)
    return {name: tuple(sorted(words, key=lambda w: (-len(w), w))) for name, words in table.items()}


def _any_of(section: str) -> str:
    """一段里任何一个词；按头一个字归并，逐字试几百个词太慢。"""
    groups: dict[str, list[str]] = {}
    for word in _sections()[section]:
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in groups.items())


@cache
def kind_pattern() -> re.Pattern[str]:
    """店铺种类的结尾；`shop` 是店铺，`firm` 是行号，`dish` 是招牌菜，`goods` 是招牌货。

    “店主”“摊位”“厂房”说的不是店名；“烧烤炉”“水果类”说的是东西。
    """
    parts = {"shop": "店铺", "firm": "行号", "dish": "招牌菜", "goods": "招牌货"}
    first = "".join(sorted({word[0] for part in parts.values() for word in _sections()[part]}))
    words = {name: f"(?P<{name}>{_any_of(part)})" for name, part in parts.items()}
    return re.compile(
        rf"(?=[{first}])(?:(?:{words['shop']}|{words['firm']})(?:\(个体工商户\))?"
        r"(?![主员家长位子贩群区道档费房牌内租址容法政](?!擅|未|占)|面(?!积)|招(?!牌|徕)|小二|铺|店(?!外|内|门)|式)"
        rf"|(?:{words['dish']}|{words['goods']})"
        r"(?![时串架炉具料师油味机盘桶摊店馆铺类等用箱商桶皮车牌站]))"
    )


@cache
def goods_pattern() -> re.Pattern[str]:
    """店铺种类前面写的货色，可以连着几样。"""
    return re.compile(rf"(?:{_any_of('货色')})+$")


@cache
def plain_titles() -> frozenset[str]:
    """爱用作字号的普通词。"""
    return frozenset(_sections()["字号"])


@cache
def plain_modifiers() -> tuple[str, ...]:
    """只是说哪一类店、不是字号的词。"""
    return _sections()["修饰"]


@cache
def chains() -> tuple[str, ...]:
    """连锁、国有、公益的招牌，认不出哪一个人。"""
    return _sections()["连锁"]


@cache
def nickname_pattern() -> re.Pattern[str]:
    """拿店主的姓或小名起的：老王、张记、李姐、阿芬、小六子、胖嫂。"""
    surnames = common_surnames()
    kin = (
        "姐|哥|嫂|婶|叔|爷|妈|姨|伯|奶奶|爷爷|师傅|大妈|大姐|大哥|大嫂|老太|麻子|胖子|瘸子|老[大二三四五六]"
        "|[二三四五六]"
    )
    return re.compile(
        rf"(?:[老小大][{surnames}](?:头|家|哥|姐|嫂|记|{kin})?|[{surnames}](?:记|氏|{kin})"
        rf"|阿[\u4e00-\u9fff]|[胖大小二三四五六七八九老]{{1,2}}(?:子|姐|哥|嫂|妹|丫|娃|宝|婶|叔|姨|姑|舅|姐妹|兄弟)"
        r"|[大小二三老][胖壮憨黑矮虎牛猛龙彪刚强军兵辉勇]|[\u4e00-\u9fff]{1,2}(?:姐妹|兄弟|夫妻|父子|母女))$"
    )
