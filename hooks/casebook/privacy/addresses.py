"""精确到户的地址与经纬度。只到村、路段、小区名称的不算。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .normalize import View

_N = r"(?:[0-9A-Za-z]{1,4}|[〇零一二三四五六七八九十百幺甲乙丙丁]{1,5})"
_S = r"[\s\-·.]?(?:\n[ \t>]*)?"
_HAN = r"[\u4e00-\u9fff]"
_HOME = re.compile(
    rf"(?:{_N}{_S}(?:区|组|队|社|街|胡同|巷|条){_S})?{_N}{_S}排{_S}{_N}{_S}[号户院]"
    rf"|{_N}{_S}(?:号{_S})?(?:楼|栋|幢|座){_S}(?:{_N}{_S}(?:单元|门|单){_S})?(?:{_N}{_S}(?:层|楼){_S})?{_N}{_S}(?:室|号|户|房)"
    rf"|{_N}{_S}(?:号{_S})?(?:楼|栋|幢|座){_S}{_N}{_S}(?:单元|门){_S}\d{{3,4}}(?!\d)"
    rf"|{_N}{_S}单元{_S}{_N}{_S}(?:室|号|户|房)"
    rf"|(?:村|庄|屯|里|园|苑|区){_S}{_N}{_S}(?:组|队|社){_S}{_N}{_S}[号户]"
    rf"|(?:门牌|宅基地|院落)(?:号码|编号|号)?[\s:为是]{{0,3}}{_N}{_S}号?(?=[\s,，。;；、)]|$)"
)
_ROAD = re.compile(
    rf"(?P<road>{_HAN}{{1,6}}?(?:路|大街|街|大道|道|胡同|巷|弄|条|里|村|庄|屯|营|台|坨)){_S}"
    rf"(?P<number>(?:甲|乙)?{_N}{_S}(?:号|院)(?:{_S}(?:院|楼|门|附{_N}号|之{_N}))?)"
    r"(?!线|令|文|段|桥|地块|井|坑|灯|杆|机|泵|闸|库|窑|池|塘|棚|摊|桩|渠|涵|站|口|标段|文件|公告|通知|楼道|路|以|前|公里)"
)
_ESTATE = re.compile(
    rf"{_HAN}{{2,8}}(?:里|园|苑|花园|家园|公寓|小区|新村|庭|城|湾|府|居){_S}(?P<number>\d{{1,3}}-\d{{1,2}}-\d{{3,4}})(?![\d-])"
)
_PAIR = re.compile(
    r"(?<![\d.])(?:(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{3,}°?[\s,，;；/、NEne]{1,4}(?:[1-4]\d|5[0-3])\.\d{3,}"
    r"|(?:[1-4]\d|5[0-3])\.\d{3,}°?[\s,，;；/、NEne]{1,4}(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{3,})(?![\d.])"
)
_MERIDIAN = re.compile(
    r"(?:东经|北纬|经度|纬度|[ENen])[\s:为约是]{0,3}(?P<value>\d{1,3}(?:\.\d{3,}°?|\s?[°度]\s?\d{1,2}(?:\.\d+)?\s?(?:['′分]\s?(?:\d{1,2}(?:\.\d+)?\s?(?:[\"″秒]|'')?)?)))"
)
# 泛称不指哪一处地方：“某路12号”“第三条道2号”里没有可以找上门的地址。
_VAGUE = re.compile(
    r"某|第.条|一条|[这那各该本此哪每条][^\u4e00-\u9fff]?.?(?:路|街|村|道)|人行道|车道|通道|赛道|渠道|管道|轨道|频道|街道|知道|难道|报道|怎么|这里|那里|哪里|家里|公里|里里|手里|夜里|城里|地里|村里|院里|屋里|心里|店里|镇里|户里"
)


def find_homes(view: View) -> Iterator[Finding]:
    """精确到户的住址：几区几排几号、几号楼几单元几室、某路某号、几组几号。"""
    for match in _HOME.finditer(view.text):
        yield Finding(match.start(), match.end(), "门牌地址", "精确到户的地址。")
    for match in _ROAD.finditer(view.text):
        if not _VAGUE.search(match["road"]):
            yield Finding(match.start(), match.end("number"), "门牌地址", "带门牌号的地址。")
    for match in _ESTATE.finditer(view.text):
        yield Finding(*match.span("number"), "门牌地址", "小区里的楼、单元、室号。")


def find_coordinates(view: View) -> Iterator[Finding]:
    """精确的经纬度。"""
    for match in _PAIR.finditer(view.text):
        yield Finding(match.start(), match.end(), "经纬度", "是一对精确的经纬度。")
    for match in _MERIDIAN.finditer(view.text):
        yield Finding(*match.span("value"), "经纬度", "是精确的经度或纬度。")
