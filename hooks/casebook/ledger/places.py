"""地址只说到“某村”：真实的村名、小区名、路名都不留，方位和地貌可以留。"""

import re
import unicodedata

_REGION = re.compile(
    r"^(?:天津市?|[\u4e00-\u9fff]{2,3}[省市]|[^\W\d_村庄屯]{2,3}(?<!小)[区县]"
    r"|[\u4e00-\u9fff]{2,5}?(?:镇|乡|街道)(?!政府))"
)
_BESIDE = r"(?=[东西南北中内外口头边里]|$|[^\u4e00-\u9fff])"
_VILLAGE = re.compile(rf"[\u4e00-\u9fff]{{1,6}}?(?:村{_BESIDE}|村|[庄屯营坨沽淀洼堼窝铺](?!子?村))")
_ESTATE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:小区|花园|家园|新村|公寓|社区|嘉园|苑|里)")
_ROAD = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:大街|大道|公路|线|路|街|道)")
_SPOT = re.compile(
    r"(?:村|小区)?[东西南北中内外]*(?:口|头|侧|边|面|部|门)?的?"
    r"(?:承包地|农田|耕地|麦田|玉米地|地头|地里|田间|空地|荒地|沟渠|河边|河堤|沟边|坑塘|路口|路边|路旁|"
    r"集市|广场|桥头|门前|门口|楼道|消防通道|消防车通道|停车场|院内|院外|大棚|树林)"
)
_COUNTED = re.compile(r"[一二三四五六七八九十百]+[区排号组队户室栋楼]")


def coarsen(address: str) -> str:
    """“大口屯镇东柳村村东农田”变成“某村村东农田”；什么也认不出就是“某处”。"""
    rest = _after_regions(address)
    spot = _SPOT.search(rest)
    where = spot.group() if spot else ""
    named = rest[: spot.start()] if spot else rest
    if _ESTATE.search(named):
        return "某小区" + where.removeprefix("小区")
    if _VILLAGE.match(named) or where.startswith("村"):
        return "某村" + where
    return ("某路" if _ROAD.search(named) else "某处") + where


def village_in(address: str) -> str | None:
    """地址里真实的村名，好在别处也替换掉；没有则为 None。"""
    found = _VILLAGE.match(_after_regions(address))
    return found.group() if found and len(found.group()) > 2 and "某" not in found.group() else None


def house_forms(address: str) -> list[str]:
    """同一个门牌地址的几种写法：带不带省、区、镇。没有门牌号的不是个人信息，返回空。"""
    plain = _compact(address)
    if not any(character.isdigit() for character in plain) and not _COUNTED.search(plain):
        return []
    forms = [plain]
    while match := _REGION.match(forms[-1]):
        forms.append(forms[-1][match.end() :])
    return [form for form in forms if form[:1].isalpha()]


def _after_regions(address: str) -> str:
    rest = _compact(address)
    while match := _REGION.match(rest):
        rest = rest[match.end() :]
    return rest


def _compact(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
