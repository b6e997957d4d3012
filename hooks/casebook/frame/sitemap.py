"""站点地图：MkDocs 只知道它印的几页，其余的由核心补上，按地址排好。"""

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urljoin

from msgspec import Struct

from casebook.frame.slots import escape_as_jinja

_URL = re.compile(r"\n    <url>\n         <loc>(.*?)</loc>\n.*?\n    </url>", re.DOTALL)
_URL_PRINT = """
    <url>
         <loc>{}</loc>
         <lastmod>{}</lastmod>
    </url>"""


class Mapped(Struct, frozen=True):
    """站点地图里的一页。"""

    address: str
    day: date


def complete_sitemap(
    printed: str, site_url: str, pages: Iterable[Mapped], left_out: Iterable[str]
) -> str:
    """MkDocs 印的站点地图去掉 `left_out`（样张），加上 `pages`；没有站点网址时原样返回。"""
    if not site_url:
        return printed
    known = {match[1]: match[0] for match in _URL.finditer(printed)}
    for address in left_out:
        known.pop(_location(site_url, address), None)
    for page in pages:
        location = _location(site_url, page.address)
        known[location] = _URL_PRINT.format(location, page.day.isoformat())
    inside = "".join(known[location] for location in sorted(known))
    first = _URL.search(printed)
    head = printed[: first.start()] if first else printed.removesuffix("\n</urlset>")
    return f"{head}{inside}\n</urlset>"


def _location(site_url: str, address: str) -> str:
    return escape_as_jinja(urljoin(site_url, address))
