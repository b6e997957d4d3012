"""法规在页面上的样子：一处引用、某一天的罚款幅度表、新旧规定对照。数字全部出自登记册。"""

from collections.abc import Iterator, Sequence
from datetime import date

from casebook.article.blocks import Block, Grid, Question, paragraph
from casebook.article.inlines import Day, Inlines, Provision, joined, words
from casebook.article.wording import day_text
from casebook.book import Book
from casebook.law.citations import Citation
from casebook.law.parties import PARTY_KINDS
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
            words(handling(rule, book.today)),
            provisions(rule.sanctions, book) or words("条号待核"),
        )
        for rule in rules
    )
    yield Grid(f"{day_text(book.today)}有效的规定", head, rows)


def changes(rules: Sequence[Rule], book: Book) -> Iterator[Block]:
    """法律更替前后的规定并排，收在一处展开：旧到哪天、新从哪天、各怎么处理。

    已经公布、还没有施行的新规定也并排列出，好让人提前知道。
    """
    past = [(old, rule) for rule in rules if (old := book.register.previous(rule)) is not None]
    coming = [(rule, new) for rule in rules if (new := _coming(rule, book)) is not None]
    if not past and not coming:
        return
    tables = (
        *(_comparison(old, new, ("以前", "现在"), book) for old, new in past),
        *(_comparison(old, new, ("现在", "以后"), book) for old, new in coming),
    )
    rule = paragraph("行为发生在哪一天，一般就按哪一天有效的规定；新规定更轻的，按新规定。")
    asked = (
        "规定有过变化：以前怎么写，现在怎么写" if past else "规定就要变了：现在怎么写，以后怎么写"
    )
    yield Question(asked, (rule, *tables))


def handling(rule: Rule, today: date) -> str:
    """怎么处理，一句话；没有查清的如实说，不当作确定的话。"""
    if not rule.doubts(today):
        return rule.penalty.words
    unsure = "适用待核，以执法机关答复为准" if rule.penalty.amount_verified else "适用也待核"
    return f"{rule.penalty.words}（{unsure}）"


def _coming(rule: Rule, book: Book) -> Rule | None:
    """接替它的、已经公布还没有施行的新规定。"""
    new = book.register.following(rule)
    if new is None or new.applies(book.today):
        return None
    published = [version.promulgated for version in new.statute.versions if version.promulgated]
    return new if published and min(published) <= book.today else None


def _comparison(old: Rule, new: Rule, titles: tuple[str, str], book: Book) -> Grid:
    """一条罚则的新旧对照；只管一部分人的，表题里写明对谁。"""
    parties = new.penalty.parties
    whom = f"（{'、'.join(parties)}）" if len(parties) < len(PARTY_KINDS) else ""
    return Grid(
        new.penalty.conduct + whom,
        tuple(words(title) for title in ("", *titles)),
        (
            (words("什么时候"), _until(old), _since(new)),
            (words("依据"), provisions(old.sanctions, book), provisions(new.sanctions, book)),
            (words("什么情形"), words(_conduct(old)), words(_conduct(new))),
            (words("怎么处理"), words(old.penalty.words), words(handling(new, book.today))),
        ),
    )


def _conduct(rule: Rule) -> str:
    condition = rule.penalty.condition
    return f"{rule.penalty.conduct}（前提：{condition}）" if condition else rule.penalty.conduct


def _until(rule: Rule) -> Inlines:
    until = rule.penalty.until
    return words(Day(until), "为止的行为") if until else words("以前")


def _since(rule: Rule) -> Inlines:
    since = rule.penalty.since
    return words(Day(since), "起的行为") if since else words("现在")
