"""张贴的海报：一篇一张，A4 与 A3，字体嵌在文件里，二维码指向网页全文。"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from casebook.article.blocks import Answer, Blocks, Bullets, Facts, Heading, Paragraph
from casebook.article.inlines import inline_text
from casebook.article.wording import day_text
from casebook.channels.edition import Edition
from casebook.channels.embedding import data_address
from casebook.channels.fonts import load_font
from casebook.channels.phrases import break_clauses, break_lines, unbroken
from casebook.channels.qr import qr_png
from casebook.channels.spoken import sentences
from casebook.law.register import Rule
from casebook.templating import template_environment

PAPERS = {"poster-a4.pdf": ("A4", 4.6), "poster-a3.pdf": ("A3", 6.5)}
"""（文件名，纸和正常的字号毫米数）。"""
SCALES = (1.4, 1.3, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
"""字号由大到小；取一页放得下的最大的。"""
FACTS = ("案由", "违反", "处罚依据", "处理结果", "决定日期")
ADVICE, TALK = "怎么做才对", "跟您说几句"
_SPACE = re.compile(r"(?<=[。，；！？：]) +")
MOST_ADVICE, MOST_LINES = 8, 2
SLOGAN_WIDTH, HEADLINE_WIDTH = 11, 24
QR_SCALE = 12


class PosterProblem(Exception):
    """这台电脑做不成海报；文字是中文，可直接给人看。"""


class Poster(Struct, frozen=True):
    """一张海报上的全部文字。`code` 是二维码的 data: 地址，不知道网址时为空。"""

    title: str
    masthead: str
    slogan: str
    headline: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    heading: str
    advice: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]
    footnote: str
    code: str


def plan_poster(edition: Edition) -> Poster:
    """从一篇文章取出海报上的文字。"""
    publicity = edition.matter.publicity if edition.matter else None
    code = data_address(qr_png(edition.url, QR_SCALE)) if edition.url else ""
    heading, advice = _advice(edition)
    return Poster(
        title=edition.title,
        masthead=f"{edition.town.name}以案释法" + ("　演示案例" if edition.demonstration else ""),
        slogan=publicity.slogan if publicity else edition.town.site_name,
        headline=edition.title,
        lead=edition.article.description,
        facts=tuple(_facts(edition)),
        rules=tuple(dict.fromkeys(rule_text(rule, edition) for rule in edition.rules)),
        heading=heading,
        advice=advice[:MOST_ADVICE],
        lines=tuple((line.name, line.number) for line in edition.town.hotlines[:MOST_LINES]),
        footnote=_footnote(edition),
        code=code,
    )


def rule_text(rule: Rule, edition: Edition) -> str:
    """一条罚则写成一句：情形、前提、处理、依据，没查清的注明。"""
    penalty = rule.penalty
    premise = f"（前提：{penalty.condition}）" if penalty.condition else ""
    cited = "、".join(c.named(rule.statute.short_name).text for c in rule.sanctions)
    basis = f"依据{cited}。" if cited else ""
    doubt = "适用待核，以执法机关答复为准。" if rule.doubts(edition.today) else ""
    return f"{penalty.conduct}{premise}：{penalty.words}。{basis}{doubt}"


class PosterPrinter:
    """海报印制；WeasyPrint 和模板只载入一次。装不全时抛出 `PosterProblem`、`FontProblem`。"""

    def __init__(self) -> None:
        load_font(12)
        self._html: Any = _load_weasyprint()
        environment = template_environment(autoescape=True)
        environment.globals["unbroken"] = unbroken
        self._template = environment.get_template("poster/poster.html.j2")

    def print(self, poster: Poster, paper: str, millimetres: float) -> bytes:
        """印成一页 PDF；字号取一页放得下的最大的。"""
        best: Any = None
        low, high = 0, len(SCALES)
        while low < high:
            middle = (low + high) // 2
            page = self._page(poster, paper, millimetres * SCALES[middle])
            document = self._html(string=page).render()
            if len(document.pages) == 1:
                best, high = document, middle
            else:
                low = middle + 1
        if best is None:
            raise PosterProblem(f"“{poster.title}”的内容太多，一张海报放不下；请把摘要写短些。")
        return bytes(best.write_pdf())

    def _page(self, poster: Poster, paper: str, millimetres: float) -> str:
        return self._template.render(
            poster=poster,
            paper=paper,
            millimetres=f"{millimetres:.3f}",
            slogan=break_clauses(poster.slogan, SLOGAN_WIDTH),
            headline=break_lines(poster.headline, HEADLINE_WIDTH),
        )


def _load_weasyprint() -> Any:
    try:
        from weasyprint import HTML  # type: ignore[import-untyped]
    except OSError as error:
        raise PosterProblem(
            "做海报要用的排版库（Pango）没有装好。Debian、Ubuntu：\n"
            "  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
            "Windows：照 WeasyPrint 的安装文档装 MSYS2 的 pango；macOS：brew install pango。"
        ) from error
    return HTML


def _footnote(edition: Edition) -> str:
    notice = "演示案例：人物和情节是编写的，不是真的。" if edition.demonstration else ""
    if edition.rules:
        return f"{notice}规定以{day_text(edition.today)}有效的为准。"
    decided = any(isinstance(block, Facts) for block in edition.article.blocks)
    return f"{notice}案件依行为当时有效的规定处理。" if decided else notice


def _facts(edition: Edition) -> Iterator[tuple[str, str]]:
    for block in edition.article.blocks:
        if isinstance(block, Facts):
            for row in block.rows:
                if row.label in FACTS:
                    yield row.label, inline_text(row.value)


def _advice(edition: Edition) -> tuple[str, tuple[str, ...]]:
    """小标题，和文章里“怎么做才对”的各条；文章没有这一节就用案由的口播，那里不全是做法。"""
    found = _advice_items(edition.article.blocks)
    items = tuple(_SPACE.sub("", inline_text(_first(item))) for item in found)
    publicity = edition.matter.publicity if edition.matter else None
    if items or publicity is None:
        return ADVICE, items
    return TALK, tuple(sentences(publicity.talk))


def _advice_items(blocks: Blocks) -> Iterator[Blocks]:
    inside = False
    for block in blocks:
        match block:
            case Answer(question, nested, _) if question.startswith(ADVICE):
                yield from (item for b in nested if isinstance(b, Bullets) for item in b.items)
            case Heading(_, children, _):
                inside = inline_text(children) == ADVICE
            case Bullets(items) if inside:
                yield from items


def _first(item: Blocks) -> tuple[Any, ...]:
    return next((block.children for block in item if isinstance(block, Paragraph)), ())
