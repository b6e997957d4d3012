"""精确到户的地址。只到村、路段、小区名称的不算。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .labels import NOT_PERSONAL
from .normalize import View

_HAN = r"[\u4e00-\u9fff]"
_N = r"(?:[0-9A-Za-z]{1,4}|[0-9〇零一二三四五六七八九十百幺甲乙丙丁壹贰叁肆伍陆柒捌玖拾佰]{1,5})"
_S = r"[\s\-·.、/_]{0,2}(?:\n[ \t>]*)?"
_BLOCK = rf"{_N}{_S}(?:(?:[号#]{_S})?(?:楼|栋|幢|座)|#){_S}"
_UNIT = rf"{_N}{_S}(?:单元|门|单){_S}"
_HOMES = (
    # 三区五排二号
    rf"(?:{_N}{_S}(?:区|组|队|社|街|胡同|巷|条){_S})?{_N}{_S}排{_S}{_N}{_S}[号户院]",
    # 五号楼二单元三层301室、五号楼二单元301、二单元301室
    rf"{_BLOCK}(?:{_UNIT})?(?:{_N}{_S}(?:层|楼){_S})?(?![1一]户人){_N}{_S}(?:室|号(?!楼)|户|房)",
    rf"{_N}{_S}(?:号楼|栋|幢|座){_S}\d{{3,4}}(?!\d|[.]|\s?[米元平人户个年])",
    # 老楼2门9号、1单元西户、1单元1层东门、5号楼底商107
    rf"{_N}{_S}门{_S}{_N}{_S}[号室户]",
    rf"{_N}{_S}(?:单元|门){_S}(?:{_N}{_S}层{_S})?[东西南北中](?:户|门)(?:{_S}\d{{3,4}})?",
    rf"{_N}{_S}(?:号楼|栋|幢|座){_S}(?:楼?底商|门市|商铺){_S}\d{{1,4}}(?:-\d{{1,4}})?",
    # 东排3号
    rf"(?<![一-鿿][一-鿿])[东西南北前后]排{_S}{_N}{_S}[号户]",
    # 没有门牌的：第二排从东数第四户、东路北第五户、南三排西数第二户、二排儿顶西头那家
    rf"(?:[排街路巷]|村口|[东西南北]头|后身)(?:{_HAN}){{0,5}}第{_N}(?:户|家)(?!单位|企业|公司|店)",
    rf"[排街路巷]儿?(?:{_HAN}){{0,4}}[东西南北]?头(?:第?[一1]|那)家",
    # 2条17号；第二条第十七号是法条
    rf"(?<!第){_N}{_S}条{_S}{_N}{_S}号",
    rf"{_BLOCK}{_N}{_S}(?:单元|门){_S}\d{{3,4}}(?!\d)",
    rf"{_N}{_S}单元{_S}{_N}{_S}(?:室|号|户|房)",
    # 8#-2-501、8#楼2-501、8号楼2-501
    rf"{_N}\s?(?:#|[号#]?楼){_S}\d{{1,2}}{_S}\d{{3,4}}(?![\d-])",
    # 某村三组12号、门牌12号
    rf"(?:村|庄|屯|里|园|苑|区){_S}第?{_N}{_S}(?:组|队|社){_S}{_N}{_S}[号户]",
    # 某村四区17号
    rf"(?:村|庄|屯|营|里){_S}{_N}{_S}区{_S}{_N}{_S}[号户]",
    # 五组二十八号，前面没有村名
    rf"(?<![0-9某第]){_N}{_S}(?:组|队|社){_S}{_N}{_S}[号户](?=[\s,，。;；、)院家的]|$)",
    rf"(?:门牌|宅基地|院落)(?:号码|编号|号)?[\s:为是]{{0,3}}{_N}{_S}号?(?=[\s,，。;；、)]|$)",
)
# 先看首字能不能起一个住址：逐字试每一条太慢。
_HOME = re.compile(
    rf"(?=[0-9A-Za-z十百甲乙丙丁拾佰村庄屯营里园苑区门宅院东西南北前后排街路巷])(?:{'|'.join(_HOMES)})"
)
_ROAD = re.compile(
    rf"(?=[路街道胡巷弄条里村庄屯营台坨])(?:路|街|道|胡同|巷|弄|条|里|村|庄|屯|营|台|坨)(?:村委会|大队部|卫生室|小学)?(?:[东西南北中]?(?:侧|段|头|首)|[东西南北](?=\d))?(?:沿街)?(?:平房|底商|门脸房?|门面房?|门市房?|商铺)?{_S}"
    rf"(?P<number>[甲乙]?{_N}{_S}[号院](?:{_S}(?:院|门|附{_N}号|之{_N}))?(?:{_S}(?:底商|门市|商铺|铺面){_S}{_N}{_S}号?)?)"
    r"(?!楼|线|令|文|段|桥|地块|井|坑|灯|杆|机|泵|闸|库|窑|池|塘|棚|摊|桩|渠|涵|站|口|标段|公告|通知|"
    r"路|以|前|公里)"
)
_LEAD = "[住址在于为至系件到]"
_ROAD_NAME = re.compile(
    rf"(?:(?<={_LEAD})|(?<=[镇乡县区市])|(?<!{_HAN}))(?:(?!{_LEAD}){_HAN}){{1,8}}$"
)
_ROAD_ENDING = re.compile(rf"{_HAN}{{1,4}}$")
# 泛称不指哪一处地方：“某路12号”“第三条道2号”里没有可以找上门的地址。
_VAGUE = re.compile(
    r"某|第.条|一条|(?:[这那该本此哪每条]|各(?!庄)).?[路街村道]|(?:人行|车|通|赛|渠|管|轨|频|街|知|难|报)道|"
    r"[公这那哪家里手夜城地村院屋心店镇户]里"
)
# 户号前面紧挨着的村名、小区名：前面要有称呼或标点，才知道地名从哪里起。
_PLACE = re.compile(
    rf"(?:^|{_LEAD}|\W)(?P<place>(?:(?!{_LEAD}){_HAN}){{1,24}}(?:村|小区|社区|家园|花园|公寓|宿舍楼?|家属[楼院]|工业园?区|大院|[里园苑庄屯营巷街路院区邸庭城湾府居期墅]))(?:[东西南北中]侧)?(?:[东西南北]段)?(?:沿街|家属)?(?:平房|底商|门脸房?|门面房?|门市房?|商铺|[老新]楼)?"
    rf"\s?[东西南北中]?$"
)
_ESTATE = re.compile(
    rf"(?:[\u4e00-\u9fff\d]{{2}}(?:水岸|河畔|[A-Z]区|里|园|苑|寓|区|新村|庭|城|湾|府|居|邸|期|院|墅){_S}|(?<=\d、))"
    r"(?P<number>\d{1,3}#?-\d{1,2}-\d{3,4})(?![\d-])"
)


# 号前面的省、市、区、镇、村也是地址的一部分。
_OWN = rf"(?:(?!{_LEAD}){_HAN})"
_REGION = re.compile(
    rf"(?:{_OWN}{{2,3}}省)?(?:{_OWN}{{2,3}}市)?(?:{_OWN}{{2,3}}[区县])?(?:{_OWN}{{2,4}}(?:街道|[镇乡]))?$"
)
_FARTHEST = 24


def _region_start(text: str, start: int) -> int:
    """地址从 `start` 起时，连同紧挨着的省、市、区、镇从哪里起。"""
    region = _REGION.search(text, max(0, start - _FARTHEST), start)
    return region.start() if region else start


def _place_start(text: str, at: int) -> int:
    """户号从 `at` 起时，连同前面的地名从哪里起；前面没有地名则就是 `at`。"""
    # 户号的规则有的从“村”“里”这个字起算。
    place = _PLACE.search(text, max(0, at - 30), at + (text[at] in "村庄屯里园苑"))
    if place is None or not text[at - 1].strip():
        return at
    if _VAGUE.search(place["place"].rpartition("街道")[2] or place["place"]):
        return at
    return place.start("place")


# 任何小区名后面的楼、单元、室：温泉城邦18-2-1103，室号是楼层加两位。
_ROOM = re.compile(r"(?<=[\u4e00-\u9fff]{2})[1-9]\d?-[1-9]-(?:[1-9]|[1-3]\d)[01]\d(?![\d-])")


def find_homes(view: View) -> Iterator[Finding]:
    """精确到户的住址：几区几排几号、几号楼几单元几室、某路某号、几组几号。"""
    text = view.digits
    for match in _HOME.finditer(text):
        start = _region_start(view.text, _place_start(view.text, match.start()))
        yield Finding(start, match.end(), "门牌地址", "精确到户的地址。")
    for match in _ROAD.finditer(text):
        at = match.start()
        name = _ROAD_NAME.search(view.text, max(0, at - 8), at)
        name = name or _ROAD_ENDING.search(view.text, max(0, at - 4), at)
        road = view.text[name.start() : match.start("number")] if name else ""
        if name and not _VAGUE.search(road.rpartition("街道")[2] or road):
            start = _region_start(view.text, name.start())
            yield Finding(start, match.end(), "门牌地址", "带门牌号的地址。")
    for match in _ROOM.finditer(text):
        if not NOT_PERSONAL.search(view.text, max(0, match.start() - 8), match.start()):
            start = _place_start(view.text, match.start())
            yield Finding(start, match.end(), "门牌地址", "小区里的楼、单元、室号。")
    for match in _ESTATE.finditer(text):
        start = min(match.start(), _place_start(view.text, match.start("number")))
        yield Finding(start, match.end(), "门牌地址", "小区里的楼、单元、室号。")
