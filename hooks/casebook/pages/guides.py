"""普法指南：每个案由一页。先用大字回答五个问题，再讲为什么、规定的细处、常见问题和案子。"""

import re
from collections.abc import Iterator
from functools import partial

from casebook.article.addresses import GUIDES, REMEDIES, Listing, of_commentary, of_guide, of_news
from casebook.article.blocks import (
    Answer,
    Article,
    Block,
    Blocks,
    Bullets,
    Card,
    Cards,
    Choice,
    Choices,
    Heading,
    Number,
    Numbers,
    Paragraph,
    Question,
    paragraph,
)
from casebook.article.inlines import Break, Inlines, Link, Strong, Words, words
from casebook.article.prose import read_prose
from casebook.book import Book, in_force, slug
from casebook.entries.entry import Loaded
from casebook.pages.drafts import Draft
from casebook.pages.law import changes, handling, penalty_table
from casebook.pages.notices import hotlines
from casebook.records.matter import Matter
from casebook.records.town import Town
from casebook.tally import LoadedCase, by_matter, spread

CASES_SHOWN = 6
AMOUNTS = re.compile(r"((?:\d[\d.]*万?元(?:以[上下])?)+)")


def draft_guides(book: Book) -> Iterator[Draft]:
    """每个案由一页指南。"""
    groups = by_matter(book.cases)
    for matter in book.matters:
        cases = groups[matter.value.name]
        inputs = (matter.source.digest, *(case.source.digest for case in cases))
        yield Draft(of_guide(slug(matter)), GUIDES, inputs, partial(_guide, matter, cases, book))


def _guide(loaded: Loaded[Matter], every: tuple[LoadedCase, ...], book: Book) -> Article:
    """`every` 是这个案由的全部案件，还没有决定的不用。"""
    matter = loaded.value
    cases = tuple(case for case in every if case.value.decided_day)
    return Article(
        address=of_guide(slug(loaded)),
        section=GUIDES,
        title=matter.name,
        description=matter.answer,
        blocks=(
            *_answers(matter, cases, book),
            Heading(2, words("为什么要管"), "why"),
            *read_prose(matter.why),
            Heading(2, words("不能做的"), "forbidden"),
            Bullets(tuple((paragraph(item),) for item in matter.forbidden)),
            *_rule(matter, book),
            *_questions(matter),
            *_cases(loaded, cases),
        ),
        keywords=(matter.name, *matter.aliases),
        source=loaded.path,
        demonstration=any(case.value.demonstration for case in cases),
    )


def _answers(matter: Matter, cases: tuple[LoadedCase, ...], book: Book) -> Iterator[Block]:
    """最上面的五问：违法吗、罚多少、怎么做才对、不服怎么办、找谁。"""
    yield Answer("违法吗？", read_prose(matter.lawful), "lawful")
    yield Answer("罚多少？", (*_range(matter, book), *_decided(cases)), "cost")
    yield Answer("怎么做才对？", read_prose(matter.advice), "advice")
    yield Answer("不服怎么办？", _remedies(book.town), "remedies")
    yield Answer("找谁？", (*read_prose(matter.contacts), hotlines(book.town, most=3)), "contacts")


def _range(matter: Matter, book: Book) -> Iterator[Block]:
    """登记册里现行的幅度，一条一句；有确定的就只说确定的，都不确定的注明待核。"""
    rules = book.register.rules_for(matter.name, book.today)
    sure = [r for r in rules if r.penalty.amount_verified and not r.doubts(book.today)]
    for rule in sure or rules:
        who = "、".join(rule.penalty.parties)
        text = handling(rule, book.today)
        yield Paragraph((*words(f"{who}：", Break()), *_stressed(text)), lead=True)
    yield from read_prose(matter.cost)


def _stressed(text: str) -> Inlines:
    """把一句话里的金额（“500元以上2000元以下”）标成重点。"""
    parts = AMOUNTS.split(text)
    return tuple(
        Strong(words(part)) if index % 2 else Words(part)
        for index, part in enumerate(parts)
        if part
    )


def _decided(cases: tuple[LoadedCase, ...]) -> Iterator[Block]:
    """本镇真正罚了多少。"""
    fines = spread(cases)
    if not cases:
        return
    demonstration = "（含演示记录）" if any(case.value.demonstration for case in cases) else ""
    yield paragraph(f"本镇作出过决定的案子{demonstration}：")
    numbers = [Number("案件", str(len(cases)), "件")]
    if fines is None:
        yield Numbers((*numbers, Number("罚款", "0", "元", "都只是警告")))
        return
    yield Numbers(
        (
            *numbers,
            Number("最低", str(fines.lowest), "元"),
            Number("居中", str(fines.median), "元"),
            Number("最高", str(fines.highest), "元"),
        )
    )


def _remedies(town: Town) -> Blocks:
    """救济途径的两句话；细处另有一页（《行政复议法》第二十条、第二十三条，《行政诉讼法》第四十六条）。"""
    return (
        paragraph(
            f"先可以陈述、申辩。收到决定书后，60日内可以向{town.reconsideration_organ}申请行政复议，"
            f"或者6个月内向{town.court}起诉。"
        ),
        paragraph("当场作出的处罚（简易程序），要先申请复议，对复议决定不服再起诉。"),
        Paragraph(words(Link(words("一步一步怎么办"), REMEDIES))),
    )


def _rule(matter: Matter, book: Book) -> Iterator[Block]:
    yield Heading(2, words("规定是怎么写的"), "rule")
    rules = book.register.rules_for(matter.name, book.today, neighbours=True)
    yield from penalty_table(rules, book)
    yield from changes(rules, book)


def _questions(matter: Matter) -> Iterator[Block]:
    if not matter.questions:
        return
    yield Heading(2, words("大家常问"), "questions")
    for question in matter.questions:
        yield Question(question.ask, read_prose(question.answer))


def _cases(loaded: Loaded[Matter], cases: tuple[LoadedCase, ...]) -> Iterator[Block]:
    """最近的几件；其余的在列表里，页面不随档案变长。"""
    public = sorted(
        in_force(case for case in cases if case.value.public),
        key=lambda case: (case.value.commentary is not None, case.value.day, case.value.id),
        reverse=True,
    )
    if not public:
        return
    yield Heading(2, words("身边的案子"), "cases")
    yield Cards(
        tuple(
            Card(
                case.value.title,
                of_commentary(case.value.id) if case.value.commentary else of_news(case.value.id),
                case.value.day,
                tuple(_result(case)),
            )
            for case in public[:CASES_SHOWN]
        )
    )
    if len(public) > CASES_SHOWN:
        everything = Listing("news", matter=slug(loaded)).address()
        yield Choices(
            "更多", (Choice(f"全部“{loaded.value.name}”案件", everything, count=len(public)),)
        )


def _result(case: LoadedCase) -> Iterator[str]:
    yield from (
        f"{kind}{case.value.fine}元" if kind == "罚款" else kind
        for kind in case.value.penalty_kinds
    )
