"""量一量读者要等多久：同样的文章，本站和原样的 Material 站并排，在慢 4G、慢手机上打开同一页。

量的是：要几个请求、压缩后多少字节、多久看见最大的一块（LCP）、外站都不应答时又要多久、版面有没有跳
（CLS）；三次取中位数。网站照一般的托管那样压缩；搜索另量一句问话要多少字节。
"""

if __name__ == "__main__":
    from entering import enter_environment

    enter_environment()

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from browser import find_browser
from cli import Parser
from environment import ROOT
from lighthouse import SUBJECTS, LighthouseProblem, install, score
from msgspec import Struct
from page_readings import PATIENCE, REFUSED, Reading, black_hole, browser_with, measure, searching
from page_server import serve
from playwright.sync_api import sync_playwright
from processes import run

from casebook.article.blocks import Article
from casebook.inspection import Place, inspect_all
from casebook.pages.site import build_site
from casebook.search.documents import text_lines

GUIDE = "guides/straw-burning.html"
QUERY = "烧秸秆罚多少"
HEAD = (
    f"{'':6}{'请求':>10}{'压缩后 KB':>16}{'LCP 秒':>14}{'外站不应答':>12}{'CLS':>12}"
    "  （本站／原样 Material）"
)
STOCK = """site_name: 对照
use_directory_urls: false
theme: {name: material, language: zh}
plugins: [{search: {lang: zh}}]
"""


class Twice(Struct, frozen=True):
    """一页的两次读数：外站当场拒绝时，和外站不应答时。"""

    usual: Reading
    hung: Reading


def main(argv: list[str]) -> int:
    """打印对照表或 Lighthouse 的得分，返回退出码：0 量完，1 没有网站或没有工具。"""
    parser = Parser(prog="python3 scripts/bench_page.py", description=__doc__ or "")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="网站所在的文件夹")
    parser.add_argument("--data", type=Path, default=ROOT / "cases_data", help="网站的案例数据")
    parser.add_argument("--lighthouse", action="store_true", help="改为用 Lighthouse 打分")
    options = parser.parse_args(argv)
    if not (options.site / "index.html").is_file():
        print("没有网站，请先运行 python3 scripts/manage.py build。", file=sys.stderr)
        return 1
    pages = choose_pages(options.site)
    with tempfile.TemporaryDirectory() as folder:
        try:
            if options.lighthouse:
                print_scores(Path(folder), options.site, pages)
            else:
                print_readings(Path(folder), options.site, options.data, pages)
        except LighthouseProblem as problem:
            print(problem, file=sys.stderr)
            return 1
    return 0


def choose_pages(site: Path) -> dict[str, str]:
    """首页、一份指南、第一篇解读（没有就取第一件案件）、最近的年度报告。"""
    cases = sorted((site / "cases").glob("*-*.html")) or sorted((site / "news").glob("*-*.html"))
    articles = (page for page in cases if (page.with_suffix(".kit.js")).is_file())
    report = max((site / "report").glob("[0-9]*.html"))
    found = {"案件": next(articles), "年报": report}
    return {"首页": "index.html", "指南": GUIDE} | {
        label: path.relative_to(site).as_posix() for label, path in found.items()
    }


def print_scores(folder: Path, site: Path, pages: Mapping[str, str]) -> None:
    """Lighthouse 的四项得分和扣分的各条。"""
    chromium = find_browser()
    if chromium is None:
        raise LighthouseProblem("没有可用的浏览器；请先运行 python3 scripts/manage.py test。")
    entry = install(folder)
    print("、".join(SUBJECTS))
    with serve(site) as base:
        for label, address in pages.items():
            result = score(entry, chromium, base + address)
            print(f"{label:6}{'/'.join(map(str, result.marks))}  {'；'.join(result.faults)}")


def print_readings(folder: Path, site: Path, data: Path, pages: Mapping[str, str]) -> None:
    """本站与原样 Material 的对照表。"""
    stock = build_stock(folder, data)
    with (
        sync_playwright() as playwright,
        black_hole() as silent,
        browser_with(playwright, REFUSED) as usual,
        browser_with(playwright, silent) as hung,
        serve(site) as ours,
        serve(stock) as theirs,
    ):
        print(HEAD, flush=True)
        for label, address in pages.items():
            mine, other = (
                Twice(measure(usual, base + address), measure(hung, base + address))
                for base in (ours, theirs)
            )
            print(f"{label:6}{''.join(compare(mine, other))}", flush=True)
        print(f"搜一句“{QUERY}”：{searching(usual, ours + GUIDE, QUERY) / 1000:.1f} KB")


def compare(ours: Twice, theirs: Twice) -> Iterator[str]:
    """一行对照。"""
    mine, other = ours.usual, theirs.usual
    yield f"{mine.requests:>6}／{other.requests:<6}"
    yield f"{mine.bytes / 1000:>8.1f}／{other.bytes / 1000:<8.1f}"
    yield f"{mine.lcp:>7.2f}／{other.lcp:<7.2f}"
    yield f"{ours.hung.lcp:>6.2f}／{_waited(theirs.hung.lcp):<6}"
    worst = (max(one.usual.cls, one.hung.cls) for one in (ours, theirs))
    yield "{:>6.3f}／{:<6.3f}".format(*worst)
    yield f"  字节 1:{other.bytes / mine.bytes:.1f}，LCP 1:{other.lcp / mine.lcp:.1f}"


def _waited(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < PATIENCE else f">{PATIENCE:.0f}"


def build_stock(folder: Path, data: Path) -> Path:
    """同样的文章，用原样的 Material 生成，返回网站文件夹。"""
    book = inspect_all(Place(data, "cases_data"), None, None).publishable
    assert book is not None
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    for article in build_site(book).articles:
        path = folder / "docs" / article.address.replace(".html", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_markdown(article), encoding="utf-8")
    run([sys.executable, "-m", "mkdocs", "build", "-q"], os.environ, cwd=folder)
    return folder / "site"


def as_markdown(article: Article) -> str:
    """一篇文章的文字，一段一段。"""
    return "\n\n".join([f"# {article.title}", *text_lines(article.blocks)]) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
