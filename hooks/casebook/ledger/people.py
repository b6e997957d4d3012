"""从格子里认出人和单位，并在一件案子里给每一个取代称：同一人同一代称，不同人不同代称。

写法照《最高人民法院关于人民法院在互联网公布裁判文书的规定》（法释〔2016〕19号）第九条：
留姓，名字写“某”，同姓的再加甲、乙、丙区分。
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from casebook.law.parties import ORGANISATION, PERSON, SOLE_TRADER
from casebook.ledger.paragraphs import read_paragraphs
from casebook.privacy.lexicon import read_lines
from casebook.privacy.name_tables import surname_costs

STEMS = "甲乙丙丁戊己庚辛壬癸"
_ENDINGS = {kind: " ".join(lines).split() for kind, *lines in read_paragraphs("endings.txt")}
_SHOPS, _COMPANIES = _ENDINGS[SOLE_TRADER], _ENDINGS[ORGANISATION]
_SHORT = {
    **dict.fromkeys(("有限责任公司", "股份有限公司", "有限公司", "分公司", "公司", "集团"), "公司"),
    **dict.fromkeys(("专业合作社", "合作社", "合作联社"), "合作社"),
}
_TRADES = (
    *(
        "渣土运输",
        "物业管理",
        "建筑工程",
        "建材",
        "运输",
        "广告",
        "商贸",
        "工程",
        "建筑",
        "装饰",
        "物业",
        "农业",
        "科技",
        "餐饮",
    ),
    *("土石方", "环保", "种植", "养殖"),
)
_REGION = re.compile(
    r"^(?:天津市?|[^\W\d_]{2,3}省|[^\W\d_]{2,3}市|[^\W\d_]{2,3}[区县]|[^\W\d_]{2,4}镇)+"
)
_ASIDE = re.compile(r"\([^()]*\)|（[^（）]*）|[0-9A-Za-z*：:]+")
_ET_AL = re.compile(r"等[一二两三四五六七八九十\d]*[人户家个]*$")
_LABEL = re.compile(r"^(?:当事人|姓名|单位|经营者|负责人|法定代表人|名称)[:：]")
_BETWEEN = re.compile(r"[、，,;；/\\|\n\r]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff·]+")
_MIDDLE_DOTS = str.maketrans(dict.fromkeys("•‧∙⋅・．.", "·"))


def split_names(text: str) -> list[str]:
    """格子里的一个或几个姓名、名称：“张三、李四”“张 三（男）”“张三等2人”都认得。"""
    names = []
    for piece in _BETWEEN.split(_LABEL.sub("", unicodedata.normalize("NFKC", text).strip())):
        names += [name for part in _apart(piece) if (name := _tidy(part))]
    return list(dict.fromkeys(names))


def kind_of(name: str) -> str:
    """公民、个体工商户或单位，看名称的结尾。"""
    if "·" in name:
        return PERSON
    if _is_titled(name, _COMPANIES, 5):
        return ORGANISATION
    return SOLE_TRADER if _is_titled(name, _SHOPS, 4) else PERSON


def surname_of(name: str) -> str:
    """姓；复姓算两个字，少数民族姓名取第一个字。"""
    longer = (word for word in _compound_surnames() if len(name) > len(word))
    return next((word for word in longer if name.startswith(word)), name[:1])


def given_of(name: str) -> str:
    """名；少数民族姓名是间隔号前面的一段。"""
    return name.split("·", maxsplit=1)[0] if "·" in name else name[len(surname_of(name)) :]


def parts_of(name: str) -> Iterator[str]:
    """单位、商户的全称里可以单独认出它的部分：不带地区的名称、字号、字号里的店主姓名。"""
    if kind_of(name) == PERSON:
        return
    rest = _REGION.sub("", name)
    ending = _ending(rest, _COMPANIES) or _ending(rest, _SHOPS)
    stem = rest.removesuffix(ending)
    trade = next((stem.removesuffix(word) for word in _TRADES if stem.endswith(word)), stem)
    short = trade + _SHORT.get(ending, ending)
    yield from (part for part in dict.fromkeys((rest, stem, short, trade)) if len(part) > 2)
    if len(trade) == 2 and surname_of(trade) in surname_costs():
        yield trade


def looks_like_person(name: str) -> bool:
    """以姓开头，也不以单位、商户的字样结尾。"""
    return kind_of(name) == PERSON and surname_of(name) in surname_costs()


def is_masked_name(name: str) -> bool:
    """台账里本来就写成“张某”的。"""
    return "某" in name or "*" in name


class Pseudonyms:
    """一件案子里的代称，按第一次提到的先后来取。"""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._used: set[str] = set()

    def of(self, name: str) -> str:
        """这个人或单位的代称；同一个名字总是同一个。"""
        if name not in self._given:
            placeholder = next(word for word in _candidates(name) if word not in self._used)
            self._given[name] = placeholder
            self._used.add(placeholder)
        return self._given[name]


def _candidates(name: str) -> Iterator[str]:
    """依次可取的代称：张某、张某甲、张某乙……某公司、某甲公司……"""
    if kind_of(name) == PERSON:
        surname = surname_of(name)
        yield f"{surname}某"
        yield from (f"{surname}某{stem}" for stem in STEMS)
        yield from (f"{surname}某{number}" for number in range(1, 1000))
    else:
        ending = _ending(name, _COMPANIES) or _ending(name, _SHOPS)
        ending = _SHORT.get(ending, ending)
        yield f"某{ending}"
        yield from (f"某{stem}{ending}" for stem in STEMS)
        yield from (f"某{stem}{other}{ending}" for stem in STEMS for other in STEMS)


def _apart(piece: str) -> list[str]:
    """空格隔开的几个姓名；“张 三”一个字一个字隔开的还是一个人。"""
    words = piece.split()
    if len(words) > 1 and all(len(word) > 1 for word in words):
        return words
    return ["".join(words)]


def _tidy(name: str) -> str:
    bare = _ET_AL.sub("", _ASIDE.sub("", name.translate(_MIDDLE_DOTS)))
    found = _HAN.search(bare)
    return found.group().strip("·") if found and len(found.group()) > 1 else ""


def _is_titled(name: str, endings: list[str], shortest: int) -> bool:
    """以这些词结尾；结尾只有一个字的（站、店）要够长，免得把人名当成单位。"""
    ending = _ending(name, endings)
    return len(ending) > 1 or (bool(ending) and len(name) >= shortest)


def _ending(name: str, endings: list[str]) -> str:
    return next((word for word in endings if name.endswith(word)), "")


@cache
def _compound_surnames() -> tuple[str, ...]:
    return tuple(word for line in read_lines("compound_surnames.txt") for word in line.split())
