"""候选姓名里一望而知不是的：村名、隐名、称谓、文号、常用的词。"""

import re

from .lexicon import UNKNOWN_COST, word_before, word_classes
from .name_tables import given_costs, rarity, surname_costs
from .party import SHORT_TITLES, STEMS, TITLE
from .role_words import is_role

NEVER_GIVEN = frozenset("某的了是在被把等个吗呢吧这那些很们你我他她它啊哪怎什么哦嗯也诉氏种")
_COVERED = frozenset("某×*＊○●□")
_MASKED_BEFORE = re.compile(r"[某×*＊○●□](?:[\u4e00-\u9fff]{0,4}[店铺厂部馆站社行场市])?\Z")
_NOT_ALONE = STEMS | SHORT_TITLES
# “赵磊均已缴款”：均是“都”，不是名字。
_ALL_OF_THEM = frozenset({"均已", "均在", "均未", "均为", "均系", "均不", "均无", "均表"})
_NOT_FIRST = STEMS | frozenset("父母妻姐嫂婶姨婆爷舅女男叔哥")
# 只出现在“邓小平理论”之类提法里的名字，法律文书常引，不是当事人。
_FIGURES = frozenset({"邓小平", "毛泽东", "马克思", "习近平"})
# 拿来打比方的姓名，谁也不指。
_SPEAKING_ELDER = re.compile("[叔伯队工][说问和于辩称对把将在都]")
_NOBODY = frozenset({"张三", "李四", "王五", "赵六"})
# “周四晚七点”“周六上午”说的是星期。
_WEEKDAY = re.compile("[二三四五六]|[一日天](?:[早晚上中下前后至到起之的]|凌晨|傍晚)")
# “气费贵”“上诉费七日内预交”的费是费用。
_CHARGED = frozenset("电水气油运药话路学房租税规杂小经旅诉会保网伙")
# “杨各庄集逢三、八”的庄是村名的末一个字。
_BEFORE_VILLAGE = frozenset("各家官小大新老前后东西南北李王张刘赵")
# “柳镇综执罚决字〔2025〕”是文号。
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,9}[(\[〔【]\d{4}[)\]〕】]")
# 栏目里单独写着的“沈阿妹”“陈小妹”是姓名，不是称呼。
_LITTLE = re.compile(r"[阿小幺][妹弟哥](?![\u4e00-\u9fff])")
_COUNTING = frozenset("一二三四五六七八九十百两")
_UNITS = frozenset("百千万十元名个户亩次天年月日米")
PLANTS = frozenset({"杨树", "杨柳", "柳树", "白杨", "桑树", "田坎", "田埂", "松树", "柏树", "麻秆"})
_PLANT_PARTS = frozenset("林枝带草叶棵苗花果木皮根")
JOINING = frozenset("和与及说称在由")
_COMMON_GIVEN, _PREPOSED_COST, _WORDY_EXCESS = 92, 140, -32
_EVERYDAY = frozenset({"大家", "大伙", "大学", "中学", "小学", "双方", "以为", "愿意"})
_WORDY_GIVEN, _ADVERB_COST = 116, 126
_ADVERBIAL = frozenset("dcpr")
_NUMERALS = frozenset("0123456789十百千万亿两几")
# 没有称呼时，姓氏后面是这些的是村名：韩家墅、王庆坨、孟李家村、姚村镇。
_VILLAGE = re.compile(
    r"[\u4e00-\u9fff]?家?(?:村镇|家村|庄村|屯村|庄镇|家庄)|"
    r".{1,2}务村|.?家[园墅堼峪沟湾河岭营屯坨泊沽店岗桥疃房堡台楼洼]|.{1,2}[坨沽堼疃屯]|.{0,2}庄(?![主重严稼园户])|.?店子"
)
_COMPOUND_VILLAGE = frozenset("庄店营屯村寨")


# 左边是这些字，搭出来的“向周”“于凌”不算词；姓名之前、之后常见的字。
TAKES_NAME = frozenset("向由对给把被与和同跟令问叫系据经因让请派帮替找见是及在于")
FUNCTION_SURNAMES = frozenset("向由和及与从对应将但却既全都便能别")
OPENS_NAME = TAKES_NAME | frozenset("\n ,、。:;!?“\"'([|/>-.*#为的村")


def is_opened(text: str, start: int) -> bool:
    """左边引出一个人：停顿、介词、称呼。"""
    return text[start - 1] in OPENS_NAME or is_role(word_before(text, start))


def is_phrase(text: str, given: int, end: int, surname: str, costs: dict[str, int]) -> bool:
    """“车正好”“和行政”“杨柳枝”：名字是常用的词，或者姓氏与头一个字是草木，不是姓名。"""
    if end - given < 2:
        # “水电工程建设”：单名与后一个字是常用词，左边也不像引出一个人。
        crossing = costs.get(text[end - 1 : end + 1], UNKNOWN_COST) < _COMMON_GIVEN
        return (
            crossing and text[given - 2 : given - 1] > "\u4e00" and not is_opened(text, given - 1)
        )
    word, last = text[given:end], text[end - 1]
    if last in _COUNTING and text[end : end + 1] in _UNITS:
        return True
    if last in _PLANT_PARTS and text[given - 1 : given + 1] in PLANTS:
        return True
    if is_everyday(word, costs):
        return True
    # 姓氏本身更像普通字（车、和、连），名字又是常用的词。
    if surname_costs()[surname] - costs.get(surname, UNKNOWN_COST) < _WORDY_EXCESS:
        return False
    cost = costs.get(word, UNKNOWN_COST)
    if surname in FUNCTION_SURNAMES:
        return cost < _PREPOSED_COST
    # 建国、爱国这样两个字都常用来起名的，词再常用也可能是名字。
    often = set(rarity(word)) <= {"0", "1"}
    return cost < (_COMMON_GIVEN if often else _WORDY_GIVEN)


def is_everyday(word: str, costs: dict[str, int]) -> bool:
    """大家、大学、虚词：左右文再像，也不是名字。"""
    if word_classes().get(word) in _ADVERBIAL:
        return costs.get(word, UNKNOWN_COST) < _ADVERB_COST
    return word in _EVERYDAY


def is_plausible(text: str, given: int, end: int, labelled: bool) -> bool:
    """名字不是虚词，后面不是遮盖，也不是化名（张甲）、称谓（李家）。"""
    if end > len(text) or text[end - 1] in NEVER_GIVEN or text[end : end + 1] in _COVERED:
        return False
    if text[given - 1 : given + 2] in _FIGURES or text[end - 1 : end + 1] in _ALL_OF_THEM:
        return False
    if _SPEAKING_ELDER.match(text, given):
        return False
    if end - given == 1:
        return text[given] not in _NOT_ALONE and text[given - 1 : end] not in _NOBODY
    if text[given - 1 : given + 1] in _NOBODY and text[end - 1] not in given_costs():
        return False
    if labelled:
        return text[given] not in STEMS or text[end - 1] not in JOINING
    return text[given] not in _NOT_FIRST


def is_nickname(text: str, start: int, costs: dict[str, int]) -> bool:
    """姓前面是“小”“老”：小胡、老李不是姓名；“从小”“养老”另算。"""
    return text[start - 1 : start] in ("小", "老") and text[start - 2 : start] not in costs


def _heads_compound(text: str, start: int, surname: str) -> bool:
    """“慕容女士”“尉迟某”的慕、尉只是复姓的一半。"""
    double = text[start : start + 2]
    if len(surname) > 1 or double not in surname_costs():
        return False
    return TITLE.match(text, start + 2) is not None or text[start + 2 : start + 3] in _COVERED


def _numbers_a_mask(text: str, start: int) -> bool:
    """“谢某丁说”“何某商店辛说”的丁、辛是用来区分几个谢某的，“三十余根”的余是多，都不是姓。"""
    if text[start] == "余" and text[start - 1 : start] in _NUMERALS:
        return True
    return text[start] in STEMS and bool(_MASKED_BEFORE.search(text, max(0, start - 6), start))


def _joins_masks(text: str, given: int, surname: str) -> bool:
    """“陆某和常姓业主”的和是连词：它后面的字才是姓，又已经隐去了名字。"""
    if surname != "和" or text[given] not in surname_costs():
        return False
    return text[given + 1 : given + 2] in _COVERED or TITLE.match(text, given + 1) is not None


def is_village(text: str, given: int, surname: str) -> bool:
    """姓氏后面的字拼成了村名；复姓后面一个字就够：诸葛店、司徒营。"""
    compound = len(surname) > 1 and text[given : given + 1] in _COMPOUND_VILLAGE
    return compound or _VILLAGE.match(text, given) is not None


def is_not_one(text: str, start: int, given: int, surname: str, labelled: bool) -> bool:
    """一望而知不是姓名：称谓、隐名、连词、复姓的一半、文号。"""
    return (
        (TITLE.match(text, given) is not None and not (labelled and _LITTLE.match(text, given)))
        or _numbers_a_mask(text, start)
        or _joins_masks(text, given, surname)
        or _heads_compound(text, start, surname)
        or _DOCUMENT_NUMBER.match(text, given) is not None
        or (surname == "费" and not labelled and text[start - 1 : start] in _CHARGED)
        or (surname == "周" and not labelled and _WEEKDAY.match(text, given) is not None)
        or (surname == "庄" and not labelled and text[start - 1 : start] in _BEFORE_VILLAGE)
    )
