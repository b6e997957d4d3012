"""出生日期，以及年龄与其他特征连在一起的描述。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .labels import TIE
from .normalize import View

_GAP = r"\s?[\-./·_]{0,2}\s?"
_YEAR = r"(?:1[\s\-.·]?9|2[\s\-.·]?0)[\s\-.·]?\d[\s\-.·]?\d"
_MONTH, _DAY = r"(?:[\d十拾]{1,2}|[正冬腊闰]{1,2})\s?月", r"(?:初|廿|卅)?[\d十拾廿]{1,3}\s?[日号]?"
# 干支、民国纪年多是老人的生日；只写到年的已经放粗，不算。
_ERA = r"(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|民国[\d十]{1,3}年)"
_REPUBLIC = rf"{_ERA}[\d十正冬腊闰]{{1,3}}月(?:初?[\d十廿]{{1,3}}日?)?"
_DATE = (
    rf"(?:(?<!\d)\d\s?\d\s?年{_GAP}{_MONTH}{_GAP}{_DAY}"
    rf"|{_YEAR}{_GAP}(?:年{_GAP}(?:农历|阴历|旧历)?{_MONTH}{_GAP}(?:{_DAY})?"
    rf"|[\-./]\s?[01]?\d(?:\s?[\-./]\s?[0-3]?\d)?(?!\d)|[01]\d[0-3]\d(?!\d))|{_REPUBLIC})"
)
# “1969年2月生”这样行文里的年月，裁判文书照例保留；写到日的才算。
_FULL_DATE = (
    rf"(?:(?<!\d)\d\s?\d\s?年{_GAP}{_MONTH}{_GAP}{_DAY}"
    rf"|{_YEAR}{_GAP}(?:年{_GAP}(?:农历|阴历|旧历)?{_MONTH}{_GAP}{_DAY}|[\-./]\s?[01]?\d\s?[\-./]\s?[0-3]?\d(?!\d)"
    rf"|[01]\d[0-3]\d(?!\d))|{_REPUBLIC})"
)
# “他自己是1995年9月30日的”、身份证上写的日期，没有出生二字。
_SAID = re.compile(
    rf"(?:自己|本人|[我他她])是(?P<date>{_FULL_DATE})(?:的|生)(?![\u4e00-\u9fff])"
    rf"|(?:身份证|户口[本簿])[上里][^\d。,;\n]{{0,6}}?(?P<printed>{_FULL_DATE})"
    # 表格里一行：男 汉 1960年2月29日；日期后面紧跟着身份证号
    rf"|[男女][\s,、|]{{1,3}}(?:[汉满回蒙]族?[\s,、|]{{1,3}})?(?P<listed>{_FULL_DATE})"
    rf"|(?P<before>{_FULL_DATE})[\s,、|]{{1,2}}(?:[1-6]\d{{16}}[\dX]|身份证|[男女][,、\s|])"
    # 七一年阴历六月十九的
    rf"|(?<!\d)(?P<lunar>[2-9]\d年(?:(?:阴历|农历|旧历){_MONTH}{_DAY}|(?:闰[\d十]{{1,2}}|[正冬腊])月{_DAY}|[\d十]{{1,2}}月[初廿]{_DAY}))"
    # 长子（2001年12月15日）随父
    rf"|(?:[长次三幼之]子|[长次三幼之]女|儿子|女儿|婚生[子女])[\u4e00-\u9fff]{{0,4}}\((?P<child>{_FULL_DATE})\)"
    rf"|(?<!\d)(?P<short>[3-9]\d年{_MONTH}{_DAY})(?:的(?![\u4e00-\u9fff])|落生|生人|生的)"
    rf"|(?:生日|出生)[\u4e00-\u9fff]{{1,8}}:\s?(?P<coded>(?:19|20)\d\d[01]\d[0-3]\d)(?!\d)"
)
_MAY_HOLD_DATE = re.compile(r"\d\s?[\d年]")
# “先生于”“学生于”“发生于”里的“生于”不是出生。
_BORN = (
    r"(?:出生日期|出生年月日?|出生时间|出生|生日|生辰|诞辰|D[O0]B"
    r"|(?<![发产孳滋先学医考师新民花陌野派])生于)"
)
_BORN_LABEL = re.compile(
    rf"{_BORN}(?:于|的)?(?:[^。,，;；\n]{{0,9}}的)?{TIE}(?:公历|农历|阴历)?(?P<date>{_DATE}|{_MONTH}\s?{_DAY})",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(
    rf"(?P<date>{_FULL_DATE})(?:\s?\d{{1,2}}[:时]\d{{0,2}}分?)?[\s)]{{0,2}}(?:出生(?!率|人口|缺陷|医学|证|登)|(?:的|过|是[他她其])生日|生的?(?=[,，。;；)）、\s]|$|人))"
)
_MAY_BE_BORN = re.compile(r"出生|生日|生辰|诞辰|生于|[\d日号)]\s*生|D[O0]B", re.IGNORECASE)
_REACHED = re.compile("年[届至逾过近]|古稀|花甲|耄耋")
_TRAITS = (
    re.compile(r"(?<!\d)\d{1,3}\s?(?:周岁|岁)"),
    re.compile(r"[,，、\s(][男女](?=[,，、\s)])"),
    re.compile(r"[汉满回蒙壮苗藏](?:族|古族)|维吾尔族|朝鲜族"),
    re.compile(r"(?:小学|初中|高中|中专|大专|本科)(?:文化|学历|毕业)|文盲"),
    re.compile(r"户籍(?:所在)?地|籍贯|(?<![居])住(?:址|本|[\u4e00-\u9fff]{2,8}村)"),
)
# 单有一样，加上年龄就认得出人：伤残、孕产、独一份的手艺和经历。
_RARE = re.compile(
    "卧床|瘫痪|偏瘫|高龄|失明|失聪|聋哑|残疾|截肢|轮椅|拄拐|伤疤|[烫烧]伤|胎记|缺[一两二三四]?[指趾臂腿]|断[指臂腿]|缺了|[左右](?:手|脚|腿|臂|眼)[缺断瘸跛残盲]|[以靠][^，。]{1,8}(?:为[业生]|谋生|度日|过活)|瘸|驼背|"
    "怀孕|孕妇|双胞胎|孪生|三胞胎|独生|遗孀|孤寡|[\u4e00-\u9fff]{2}籍|"
    "独[臂眼腿]|跛|口吃|结巴|纹身|左撇子|绰号|外号|人称|高[一二三]|初[一二三]|辍学|村医|教师|老党员|烈属|军属|"
    "五保|低保|寡妇|改嫁|再婚|上门女婿|抱养|网红|大学生|研究生|博士|刑满|退伍|退役|转业|复员|当过|曾任|卖唱|修鞋|[修剃篾铁木瓦皮鞋裁]匠|拉二胡|吹唢呐|独自(?!居|一人居|生活)|唯一|仅有的?一|"
    "只此一|患有|癌|尿毒症|透析|精神病|癫痫|艾滋|乙肝"
)
_AGE = re.compile(
    r"(?<!满)(?:现年|今年|时年|年仅|一名|一位)?(?<!满)\s?(?<![\d十满])[\d十拾百]{1,4}\s?(?:周岁|岁)(?!以|的人|的未)"
    r"|年[届至逾过近]\s?(?:[\d十拾百]{1,4}\s?(?:周岁|岁|旬)?|古稀|花甲|耄耋)"
)
_CLAUSE = re.compile(r"[^,，、;；。！？\n]*")
_TOGETHER = "年龄同少见的身体特征、经历写在一起，容易认出本人；改写成大致年龄或删去。"
_SENTENCE = re.compile(r"[^。！？\n]+")


# 属相加上年份就是生年；单写“1968年生”的已经放粗。
_ZODIAC = re.compile(
    rf"属[鼠牛虎兔龙蛇马羊猴鸡狗猪][^。\n]{{0,6}}?(?P<date>{_YEAR}年(?:生|出生)?)"
    rf"|(?P<year>{_YEAR}年(?:生|出生)?)[^。\n]{{0,6}}?属[鼠牛虎兔龙蛇马羊猴鸡狗猪](?!于)"
)


def find_births(view: View) -> Iterator[Finding]:
    """出生日期：写明出生的日期，不论年月日写法。"""
    if _MAY_BE_BORN.search(view.digits):
        for pattern in (_BORN_LABEL, _BORN_AFTER):
            for match in pattern.finditer(view.digits):
                yield Finding(*match.span("date"), "出生日期", "写明是出生的日期。")

    if _MAY_HOLD_DATE.search(view.digits):
        for match in _SAID.finditer(view.digits):
            yield Finding(*match.span(match.lastgroup or 0), "出生日期", "说的是出生的日期。")
    if "属" in view.text:
        for match in _ZODIAC.finditer(view.digits):
            yield Finding(*match.span(match.lastgroup or 0), "出生日期", "属相和年份写在一起。")


def find_traits(view: View) -> Iterator[Finding]:
    """一句话里年龄加上三样以上其他特征，足以认出人来（提醒）。"""
    if "岁" not in view.text:
        return
    for sentence in _SENTENCE.finditer(view.text):
        age, *others = (trait.search(sentence.group()) for trait in _TRAITS)
        if age and sum(other is not None for other in others) >= 3:
            start = sentence.start() + age.start()
            yield Finding(
                start,
                sentence.start() + age.end(),
                "年龄",
                "年龄同性别、民族、住处等写在一起，容易认出本人；改写成大致年龄或删去。",
                "likely",
            )


def find_rare_traits(view: View) -> Iterator[Finding]:
    """年龄连着少见的特征（双胞胎、失明、退伍）：从年龄到最后一处特征所在的分句（提醒）。"""
    text = view.text
    if "岁" not in text and not _REACHED.search(text):
        return
    for age in _AGE.finditer(view.digits):
        end = last = age.end()
        while last < len(text) and text[last] not in "。！？\n;；":
            clause = _CLAUSE.match(text, last + (text[last] in ",，、"))
            if clause is None or clause.end() <= last:
                break
            last = clause.end()
            if not _RARE.search(clause.group()):
                break
            end = last
        if end > age.end():
            yield Finding(age.start(), end, "年龄", _TOGETHER, "likely")
