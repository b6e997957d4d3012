"""不靠打分的人名：当事人栏里的、带间隔号的，以及带民族译名用字的。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .name_tables import surname_costs
from .party import PARTY_FIELD, TITLE, is_masked, labelled_places

_HAN = "\u4e00-\u9fff"
_TRANSLITERATED = (
    "阿卜布不杜拉买麦提江艾尔热合曼古丽帕孜木吐逊依力亚穆罕默德努巴图加那哈萨克沙吾肉玛米娅扎西多吉次仁"
    "卓央尼旦增平措格桑洛达瓦罗其娜托苏和顺乌兰塔斯琴高娃宝音呼日勒额赛迪库班守玉素甫伊明海汗地里夏铁"
    "特也居马别莎义司孙伦才让索南贡嘎曲珍白姆旺堆强庆珠康噶土登丹朝鲁根敖"
)
_TRANSLITERATED_ONLY = re.compile(rf"[{_TRANSLITERATED}·]+")
_DOTTED = re.compile(
    rf"[{_TRANSLITERATED}]{{2,7}}(?:·[{_TRANSLITERATED}]{{2,7}}){{1,3}}"
    rf"|(?<![{_HAN}])[{_HAN}]{{1,7}}(?:·[{_HAN}]{{2,7}}){{1,3}}(?![{_HAN}])"
)


def find_dotted_names(text: str) -> Iterator[Finding]:
    """带间隔号的少数民族姓名：各段都由译名用字组成，或写在当事人之类称呼后面。"""
    if "·" not in text:
        return
    labels = labelled_places(text)
    for match in _DOTTED.finditer(text):
        if match.start() in labels or _TRANSLITERATED_ONLY.fullmatch(match.group()):
            yield Finding(match.start(), match.end(), "姓名", "像带间隔号的少数民族姓名。")


def find_party_fields(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """写明“当事人：”“姓名：”的栏目：以姓氏开头的二到四个字，不是隐名也不是常用词。"""
    surnames = surname_costs()
    for match in PARTY_FIELD.finditer(text):
        value = match["value"]
        known = value[0] in surnames or value[:2] in surnames
        if known and not is_masked(value) and value not in costs and not TITLE.search(value):
            yield Finding(*match.span("value"), "姓名", "写在当事人、姓名之类栏目里。")
