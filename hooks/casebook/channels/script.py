"""念出来的稿子由哪些话组成：开场、故事、规定、做法、找谁。广播和短视频都从这里取句子。"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from casebook.article.blocks import Fact, Facts
from casebook.article.inlines import Day, Provision, inline_text
from casebook.channels.edition import Edition
from casebook.channels.spoken import say, sentences
from casebook.law.register import Rule

HOTLINES_SAID = 2
_AND = "，还有"
_MARKS = "，。！？、；："
_ORDER = "案由 违反 处罚依据 处理结果 决定日期"
NOTICE = "下面说的事是编写的例子，人物情节都不是真的。"


class Script(Struct, frozen=True):
    """一份稿子的各段，每段是若干句念得出口的话。

    `rule` 再分成组：一条罚则、一项事实是一组，要念就念完整，不能只念半条。
    """

    hook: tuple[str, ...]
    notice: tuple[str, ...]
    story: tuple[str, ...]
    rule: tuple[tuple[str, ...], ...]
    action: tuple[str, ...]
    contacts: tuple[str, ...]


def build_script(edition: Edition) -> Script:
    """一篇文章的稿子；每一句都出自文章、案由资料或本镇资料。"""
    publicity = edition.matter.publicity if edition.matter else None
    return Script(
        hook=_said(publicity.hook if publicity else edition.title),
        notice=_said(NOTICE) if edition.demonstration else (),
        story=_said(edition.article.description, story=True),
        rule=tuple(_rule(edition)),
        action=_said(publicity.talk) if publicity else (),
        contacts=tuple(_contacts(edition)),
    )


def length(spoken: tuple[str, ...]) -> int:
    """念出来的字数，标点不算。"""
    return sum(map(_line_length, spoken))


@lru_cache(maxsize=16384)
def _line_length(line: str) -> int:
    return len(line) - sum(map(line.count, _MARKS))


@lru_cache(maxsize=4096)
def _said(text: str, *, story: bool = False) -> tuple[str, ...]:
    return tuple(sentences(say(text), story=story))


def _rule(edition: Edition) -> Iterator[tuple[str, ...]]:
    """案件说它的案由、违反、依据、结果和日期；指南说登记册里现行的罚则。"""
    for block in edition.article.blocks:
        if isinstance(block, Facts):
            yield from _facts(block)
    yield from dict.fromkeys(tuple(_penalty(rule, edition)) for rule in edition.rules)


def _facts(facts: Facts) -> Iterator[tuple[str, ...]]:
    """先说是什么事，再说违反哪条、凭哪条罚、怎么罚；与事实框里的次序无关。"""
    for row in sorted(facts.rows, key=lambda row: _ORDER.find(row.label)):
        match row:
            case Fact("案由", value):
                yield _said(f"这种事，案由叫{inline_text(value)}。")
            case Fact("违反", value):
                yield _cited("违反的", _provisions(value))
            case Fact("处罚依据", value):
                yield _cited("处罚的依据", _provisions(value))
            case Fact("处理结果", value):
                yield _said(f"处理结果是{inline_text(value).replace(' ', '')}。")
            case Fact("决定日期", (Day(),) as value):
                yield _said(f"处罚决定是{inline_text(value)}作出的。")


def _provisions(value: tuple[object, ...]) -> list[str]:
    return [node.text for node in value if isinstance(node, Provision)]


def _cited(what: str, provisions: list[str]) -> tuple[str, ...]:
    """“处罚的依据是甲，还有乙。”一句说不完的，一条一句。"""
    whole = _said(f"{what}是{_AND.join(provisions)}。")
    if len(whole) == 1:
        return whole
    first, *others = provisions
    more = (_said(f"{what}还有{other}。") for other in others)
    return (*_said(f"{what}是{first}。"), *chain.from_iterable(more))


def _penalty(rule: Rule, edition: Edition) -> Iterator[str]:
    """一条罚则：什么情形、什么前提、怎么处理、依据哪条、有什么没查清。"""
    penalty = rule.penalty
    conduct = f"{penalty.conduct.removesuffix('的')}的，"
    whole = _said(f"{conduct}{penalty.words}。")
    if len(whole) == 1:
        yield whole[0]
    else:  # 一口气说不完的，先问后答，不在半句上收住
        yield from _said(f"{conduct}怎么处理？")
        yield from _said(f"{penalty.words}。")
    if penalty.condition:
        yield from _said(f"前提是{penalty.condition}。")
    cited = [citation.named(rule.statute.short_name).text for citation in rule.sanctions]
    if cited:
        yield from _cited("依据", cited)
    if rule.doubts(edition.today):
        yield from _said("这一条在本镇怎么用，以执法机关的答复为准。")


def _contacts(edition: Edition) -> Iterator[str]:
    for line in edition.town.hotlines[:HOTLINES_SAID]:
        yield from _said(f"{line.purpose.partition('，')[0]}，打{line.number}。")
