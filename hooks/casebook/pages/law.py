"""法规在页面上的样子：一处引用、某一天的罚款幅度表、新旧规定对照。数字全部出自登记册。"""

from collections.abc import Iterator, Sequence
from datetime import date

from casebook.article.blocks import Block, Grid, Question, paragraph
from casebook.article.inlines import Day, Inlines, Provision, joined, words
from casebook.book import Book
from casebook.law.citations import Citation
from casebook.law.register import Rule


def provision(citation: Citation, book: Book) -> Provision:
    """一处引用的规范写法，用页面上的简称：《大气污染防治法》第七十七条。"""
    statute = book.register.find(citation.statute)
    named = citation.named(statute.short_name) if statute else citation
    return Provision(named.text)


def provisions(citations: Sequence[Citation], book: Book) -> Inlines:
    """几处引用，用分号隔开。"""
    return joined((provision(citation, book) for citation in citations), "；")


def penalty_table(rules: Sequence[Rule], book: Book) -> Iterator[Block]:
    """现行罚则：什么情形、谁、怎么处理、依据哪条。"""
    if not rules:
        yield paragraph("罚则以镇里、区里公告为准，本站的法规登记册还没有核实的条文。")
        return
    head = tuple(words(title) for title in ("什么情形", "对谁", "怎么处理", "依据"))
    rows = tuple(
        (
            words(_conduct(rule)),
            words("、".join(rule.penalty.parties)),
            words(rule.penalty.words + _reservation(rule, book.today)),
            provisions(rule.sanctions, book) or words("条号待核"),
        )
        for rule in rules
    )
    yield Grid(f"{_day(book.today)}有效的规定", head, rows)


def changes(rules: Sequence[Rule], book: Book) -> Iterator[Block]:
    """法律更替前后的规定并排，收在一处展开：旧到哪天、新从哪天、各怎么处理。"""
    pairs = [(old, rule) for rule in rules if (old := book.register.previous(rule)) is not None]
    if not pairs:
        return
    head = tuple(words(title) for title in ("", "以前", "现在"))
    tables = (
        Grid(
            new.penalty.conduct,
            head,
            (
                (words("什么时候"), _until(old), _since(new)),
                (words("依据"), provisions(old.sanctions, book), provisions(new.sanctions, book)),
                (words("什么情形"), words(_conduct(old)), words(_conduct(new))),
                (words("怎么处理"), words(old.penalty.words), words(new.penalty.words)),
            ),
        )
        for old, new in pairs
    )
    rule = paragraph("行为发生在哪一天，一般就按哪一天有效的规定；新规定更轻的，按新规定。")
    yield Question("规定有过变化：以前怎么写，现在怎么写", (rule, *tables))


def _conduct(rule: Rule) -> str:
    condition = rule.penalty.condition
    return f"{rule.penalty.conduct}（前提：{condition}）" if condition else rule.penalty.conduct


def _reservation(rule: Rule, today: date) -> str:
    """没有查清的事要如实说，不当作确定的话。"""
    return "（适用待核，以执法机关答复为准）" if rule.doubts(today) else ""


def _until(rule: Rule) -> Inlines:
    until = rule.penalty.until
    return words(Day(until), "为止的行为") if until else words("以前")


def _since(rule: Rule) -> Inlines:
    since = rule.penalty.since
    return words(Day(since), "起的行为") if since else words("现在")


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
