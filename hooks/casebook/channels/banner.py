"""横幅：二十字以内，两半一样长，读着顺口，不吓唬人。"""

from collections.abc import Iterator

from casebook.channels.edition import Edition

LIMIT = 20
THREATS = (
    *("严禁", "后果自负", "一律", "株连", "连坐", "严惩", "坐牢", "拘留", "警告", "罚到", "谁烧谁"),
    *("不许", "胆敢", "绝不姑息", "自食其果", "倾家荡产", "断子绝孙"),
)


def banner_text(edition: Edition) -> str:
    """可挑的几条，一条一行，两半之间空一格，照着做就行。没有写横幅的为空。"""
    publicity = edition.matter.publicity if edition.matter else None
    banners = publicity.banners if publicity else ()
    return "".join(f"{'　'.join(halves(banner))}\n" for banner in banners)


def halves(banner: str) -> list[str]:
    """逗号隔开的各半。"""
    return [half.strip() for half in banner.replace(",", "，").split("，")]


def faults(banner: str) -> Iterator[tuple[str, str]]:
    """一条横幅的毛病：代码和说法。"""
    parts = halves(banner)
    if len(banner) > LIMIT:
        yield "W201", f"横幅有 {len(banner)} 字，最多 {LIMIT} 字：“{banner}”"
    if len(parts) != 2 or len(parts[0]) != len(parts[1]):
        counts = "、".join(str(len(part)) for part in parts)
        yield "W202", f"横幅要分成字数相等的两半，现在是 {counts} 字：“{banner}”"
    if found := [word for word in THREATS if word in banner]:
        yield "W203", f"横幅里有吓唬人的话“{'、'.join(found)}”：“{banner}”"
