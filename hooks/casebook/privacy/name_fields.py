"""不靠打分的人名：当事人栏里的、带间隔号的，以及带民族译名用字的。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .lexicon import UNKNOWN_COST
from .name_tables import RARE_SURNAME_COST, given_costs, surname_costs
from .party import PARTY_FIELD, TITLE, is_masked, labelled_places

_HAN = "\u4e00-\u9fff"
_HAN_ONLY = re.compile(rf"[{_HAN}]")
_TRANSLITERATED = (
    "阿卜布不杜拉买麦提江艾尔热合曼古丽帕孜木吐逊依力亚穆罕默德努巴图加那哈萨克沙吾肉玛米娅扎西多吉次仁"
    "卓央尼旦增平措格桑洛达瓦罗其娜托苏和顺乌兰塔斯琴高娃宝音呼日勒额赛迪库班守玉素甫伊明海汗地里夏铁"
    "特也居马别莎义司孙伦才让索南贡嘎曲珍白姆旺堆强庆珠康噶土登丹朝鲁根敖"
    "洪森肯迪丽拜米坎山祖农萨衣叶茹胡赛苏坦乃孟肯耶别兰朗旦尕绒泽翁卡吉嘉勒"
    "恩杰纳雅泰钦荣毕格仓宗蒙克色琪琳昂旺欧久曲佩敏柯贝瓦布仁央雍"
)
_LETTERS = frozenset(_TRANSLITERATED)
_SEGMENT = 7
_DOTTED = re.compile(
    rf"(?<!《)(?<![{_TRANSLITERATED}])[{_TRANSLITERATED}]{{2,{_SEGMENT}}}"
    rf"(?:\s?·\s?[{_TRANSLITERATED}]{{2,{_SEGMENT}}}){{1,3}}"
)
_LABELLED_DOTTED = re.compile(rf"[{_HAN}]{{1,7}}(?:\s?·\s?[{_HAN}]{{2,7}}){{1,3}}(?![{_HAN}])")
# 自报姓名：我叫成功。
_INTRODUCED = re.compile(rf"[我他她](?:名字|就|名)?叫(?P<value>[{_HAN}]{{2,3}})(?=[,。;”\"])")
# 姓名后面写着男女：关键(男,汉族)。
_OF_SEX = re.compile(rf"(?P<value>[{_HAN}]{{2,4}})(?=[,(][男女][,)])")
# 原告某某与被告、被告某某辩称：诉讼地位后面的必是当事人。
_BY_PARTY = re.compile(
    r"(?:原告|被告人?|被?上诉人|第三人|被?申请人|申请执行人|被执行人)"
    rf"(?P<value>[{_HAN}]{{2,3}})(?=与(?:原告|被告|第三人|被?上诉人|被?申请人)|[辩诉述]称)"
)
_NOT_NAME_ENDS = frozenset("人来去走车生员工者方")
# 末尾的字与后一个字是这么常用的词（提出、和他），就不是译名的一部分。
_COMMON_COST = 112
_DOUBLE_SURNAME = 4


def find_dotted_names(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """带间隔号的少数民族姓名：各段都由译名用字组成，或写在当事人之类称呼后面。"""
    if "·" not in text:
        return
    for match in _DOTTED.finditer(text):
        end = _trimmed(text, match.end(), costs)
        yield Finding(match.start(), end, "姓名", "像带间隔号的少数民族姓名。")
    for start in labelled_places(text):
        if named := _LABELLED_DOTTED.match(text, start):
            yield Finding(start, named.end(), "姓名", "写在称呼后面、带间隔号的姓名。")


def _trimmed(text: str, end: int, costs: dict[str, int]) -> int:
    """译名用字也组成普通词：末尾的字与后一个字是常用词（提出、和他）时不算进去。"""
    tail = costs.get(text[end - 1 : end + 1], UNKNOWN_COST) < _COMMON_COST
    return end - 1 if tail and text[end - 3] in _LETTERS and text[end - 2] in _LETTERS else end


def find_double_surnames(text: str) -> Iterator[Finding]:
    """称呼后面的四字姓名，头两个字都是常见的姓，或头两个字是复姓。"""
    surnames, given = surname_costs(), given_costs()
    for start in labelled_places(text):
        end = start + _DOUBLE_SURNAME
        value = text[start:end]
        if len(value) < _DOUBLE_SURNAME or _HAN_ONLY.match(text, end):
            continue
        double = max(surnames.get(c, RARE_SURNAME_COST) for c in value[:2]) < RARE_SURNAME_COST
        if (double or value[:2] in surnames) and all(c in given for c in value[2:]):
            yield Finding(start, end, "姓名", "写在称呼后面的四字姓名。")


def find_presented(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """自报的姓名、后面写着男女的姓名，哪怕本身是个词；原告某某与被告某某。"""
    for match in _INTRODUCED.finditer(text):
        if _may_be_name(match["value"]):
            yield Finding(*match.span("value"), "姓名", "说话人自报的姓名。")
    for match in _BY_PARTY.finditer(text):
        if match["value"] not in costs and _may_be_name(match["value"]):
            yield Finding(*match.span("value"), "姓名", "写在诉讼地位后面的姓名。")
    labels = labelled_places(text)
    for match in _OF_SEX.finditer(text):
        starts = [at for at in range(match.start(), match.end() - 1) if at in labels]
        start = starts[0] if starts else match.start()
        alone = starts or start == 0 or not _HAN_ONLY.match(text, start - 1)
        if alone and _may_be_name(text[start : match.end()]):
            yield Finding(start, match.end(), "姓名", "后面写着男女的姓名。")


def _may_be_name(value: str) -> bool:
    """以姓氏开头，没有隐去，也不是称呼人的词。"""
    known = value[0] in surname_costs() or value[:2] in surname_costs()
    plain = value[-1] in _NOT_NAME_ENDS or is_masked(value) or TITLE.search(value) is not None
    return known and not plain


def find_party_fields(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """写明“当事人：”“姓名：”的栏目：以姓氏开头的二到四个字，不是隐名也不是常用词。"""
    surnames = surname_costs()
    for match in PARTY_FIELD.finditer(text):
        value = match["value"]
        known = value[0] in surnames or value[:2] in surnames
        if known and not is_masked(value) and value not in costs and not TITLE.search(value):
            yield Finding(*match.span("value"), "姓名", "写在当事人、姓名之类栏目里。")
