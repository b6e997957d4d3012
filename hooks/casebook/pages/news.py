"""执法动态：每件公开的案件一则短讯，说清进展和结果；检查、整治等动态一并列入。"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from casebook.article.addresses import NEWS, of_commentary, of_guide, of_news
from casebook.article.blocks import (
    Article,
    Blocks,
    Card,
    Cards,
    Fact,
    Facts,
    Heading,
    Number,
    Numbers,
    Paragraph,
)
from casebook.article.inlines import Amount, Day, Inline, Inlines, Link, Words, words
from casebook.article.prose import read_prose
from casebook.book import Book, slug
from casebook.entries.entry import Loaded
from casebook.pages.drafts import Draft
from casebook.pages.law import provisions
from casebook.pages.notices import demonstration_notice, withdrawal_notice
from casebook.pages.photos import photo_blocks, photo_digests
from casebook.pages.remedies import remedy_section
from casebook.records.case import Bulletin, Case


def draft_news(book: Book) -> Iterator[Draft]:
    """全部公开案件与动态的页面。"""
    for case in book.published():
        inputs = (
            case.source.digest,
            *matter_digests(book, case.value.matter),
            *photo_digests(case.value, book),
        )
        write = partial(case_item, case, book)
        yield Draft(of_news(case.value.id), NEWS, inputs, write, public_day(case.value))
    for bulletin in book.bulletins:
        if bulletin.value.public:
            inputs = (bulletin.source.digest, *matter_digests(book, *bulletin.value.matters))
            item = partial(bulletin_item, bulletin, book)
            yield Draft(of_news(bulletin.value.id), NEWS, inputs, item, bulletin.value.day)


def public_day(case: Case) -> date:
    """页面的日期；撤回的是撤回那天。"""
    return case.withdrawal.day if case.withdrawal is not None else case.day


def matter_digests(book: Book, *names: str) -> tuple[str, ...]:
    """一页提到的案由的指纹；没有登记的不算。"""
    found = (book.matter(name) for name in names)
    return tuple(matter.source.digest for matter in found if matter is not None)


def case_item(loaded: Loaded[Case], book: Book) -> Article:
    """一件案件的短讯；撤回的只留说明。"""
    case = loaded.value
    if case.withdrawal is not None:
        return withdrawn(loaded, of_news(case.id), NEWS)
    return Article(
        address=of_news(case.id),
        section=NEWS,
        title=case.title,
        description=case_summary(case),
        day=case.day,
        keywords=(case.matter, str(case.status)),
        blocks=(
            *((demonstration_notice(),) if case.demonstration else ()),
            *read_prose(case_summary(case)),
            *photo_blocks(case, book),
            case_facts(case, book),
            *remedy_section(case, book),
            *_onward(case, book),
        ),
        source=loaded.path,
        demonstration=case.demonstration,
    )


def case_summary(case: Case) -> str:
    """一两句话的概要；没写摘要的由记录写成。"""
    if case.summary:
        return case.summary
    where = f"在{case.place}" if case.place else ""
    result = f"，被处罚款{case.fine}元" if case.fine else ""
    return f"{case.party}{where}{case.matter}{result}。案件{case.status}。"


def brief_facts(case: Case, book: Book) -> Facts:
    """讲故事以前先看的五行：什么事、谁、怎么处理、凭什么、办到哪一步。其余在短讯里。"""
    wanted = ("案由", "当事人", "处理结果", "处罚依据", "进展")
    rows = {row.label: row for row in case_facts(case, book).rows}
    return Facts(tuple(rows[label] for label in wanted if label in rows))


def case_facts(case: Case, book: Book) -> Facts:
    """案件的事实框。"""
    matter = book.matter(case.matter)
    name: Inlines = (
        words(Link(words(case.matter), of_guide(slug(matter)))) if matter else words(case.matter)
    )
    rows = [
        Fact("进展", words(str(case.status))),
        Fact("案由", name),
        Fact("当事人", words(f"{case.party}（{case.party_kind}）")),
    ]
    if case.place:
        rows.append(Fact("地点", words(case.place)))
    rows.append(Fact("程序", words(case.procedure)))
    if case.prohibitions:
        rows.append(Fact("违反", provisions(case.prohibitions, book)))
    if case.sanctions:
        rows.append(Fact("处罚依据", provisions(case.sanctions, book)))
    if case.decided_day:
        rows.append(Fact("处理结果", outcome(case)))
    rows += [Fact(label, words(Day(day))) for label, day in timeline(case)]
    if case.document:
        rows.append(Fact("文书号", words(case.document)))
    return Facts(tuple(rows))


def timeline(case: Case) -> tuple[tuple[str, date], ...]:
    """案件走过的各步和日期，只列写了日期的。"""
    named = (
        ("违法日期", case.act_day),
        ("立案日期", case.filed_day),
        ("决定日期", case.decided_day),
        ("公开日期", case.published_day),
        ("履行日期", case.settled_day),
    )
    return tuple((label, day) for label, day in named if day is not None)


def outcome(case: Case) -> Inlines:
    """处罚种类和数额：“警告、罚款 1000元”。"""
    parts: list[Inline] = []
    for kind in case.penalty_kinds:
        parts.append(Words(kind))
        if kind == "罚款":
            parts += [Words(" "), Amount(case.fine)]
        parts.append(Words("、"))
    return tuple(parts[:-1])


def _onward(case: Case, book: Book) -> Blocks:
    """读完短讯可以去的地方。"""
    matter = book.matter(case.matter)
    cards = []
    if case.commentary is not None:
        cards.append(Card("这个案子怎么看：案例解读", of_commentary(case.id)))
    if matter is not None:
        cards.append(Card(f"“{case.matter}”能不能做、罚多少", of_guide(slug(matter))))
    return (Heading(2, words("接着看"), "onward"), Cards(tuple(cards), compact=True))


def withdrawn(loaded: Loaded[Case], address: str, section: str) -> Article:
    """撤回之后，原地址上的说明。"""
    case = loaded.value
    if case.withdrawal is None:
        raise ValueError(f"{case.id} 没有撤回")
    return Article(
        address=address,
        section=section,
        title="本页已撤回",
        description="这份处罚信息已撤回公开。",
        day=case.withdrawal.day,
        blocks=(
            *((demonstration_notice(),) if case.demonstration else ()),
            withdrawal_notice(case.withdrawal),
        ),
        source=loaded.path,
        demonstration=case.demonstration,
        listed=False,
    )


def bulletin_item(loaded: Loaded[Bulletin], book: Book) -> Article:
    """一条检查、整治、宣传的动态。"""
    bulletin = loaded.value
    numbers = tuple(
        Number(figure.name, str(figure.amount), figure.unit) for figure in bulletin.figures
    )
    guides = tuple(
        Card(f"“{matter.value.name}”能不能做、罚多少", of_guide(slug(matter)))
        for name in bulletin.matters
        if (matter := book.matter(name)) is not None
    )
    return Article(
        address=of_news(bulletin.id),
        section=NEWS,
        title=bulletin.title,
        description=bulletin.summary,
        day=bulletin.day,
        keywords=(bulletin.kind, *bulletin.matters),
        blocks=(
            *((demonstration_notice(),) if bulletin.demonstration else ()),
            *((Numbers(numbers),) if numbers else ()),
            *read_prose(bulletin.body),
            *((Paragraph(words(f"来源：{bulletin.origin}")),) if bulletin.origin else ()),
            *(
                (Heading(2, words("接着看"), "onward"), Cards(guides, compact=True))
                if guides
                else ()
            ),
        ),
        source=loaded.path,
        demonstration=bulletin.demonstration,
    )
