"""念出来的稿子由哪些话组成：开场、故事、规定、做法、找谁。广播和短视频都从这里取句子。"""

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.article.blocks import Block, Fact, Facts, Paragraph
from casebook.article.inlines import Day, Provision, inline_text
from casebook.channels.edition import Edition
from casebook.channels.spoken import say, sentences
from casebook.law.register import Rule

HOTLINES_SAID = 2


@dataclass(frozen=True, slots=True)
class Script:
    """一份稿子的各段，每段是若干句念得出口的话。"""

    hook: tuple[str, ...]
    notice: tuple[str, ...]
    story: tuple[str, ...]
    rule: tuple[str, ...]
    action: tuple[str, ...]
    contacts: tuple[str, ...]


def build_script(edition: Edition) -> Script:
    """一篇文章的稿子；每一句都出自文章、案由资料或本镇资料。"""
    publicity = edition.matter.publicity if edition.matter else None
    return Script(
        hook=_said(publicity.hook if publicity else edition.title),
        notice=_said("下面说的事是编写的例子，人物情节都不是真的。") if edition.demonstration else (),
        story=_said(edition.article.description),
        rule=tuple(_rule(edition)),
        action=_said(publicity.talk) if publicity else (),
        contacts=tuple(_contacts(edition)),
    )


def length(spoken: tuple[str, ...]) -> int:
    """念出来的字数，标点不算。"""
    return sum(character not in "，。！？、；：" for line in spoken for character in line)


def _said(text: str) -> tuple[str, ...]:
    return tuple(sentences(say(text)))


def _rule(edition: Edition) -> Iterator[str]:
    """案件说它的案由、违反、依据、结果和日期；指南说登记册里现行的罚则。"""
    for block in edition.article.blocks:
        if isinstance(block, Facts):
            yield from _facts(block)
    said: set[str] = set()
    for rule in edition.rules:
        for sentence in _penalty(rule, edition):
            if sentence not in said:
                yield sentence
            said.add(sentence)


def _facts(facts: Facts) -> Iterator[str]:
    for row in facts.rows:
        match row:
            case Fact("案由" | "处理结果" as label, value):
                yield from _said(f"{label}是{inline_text(value).replace(' ', '')}。")
            case Fact("违反", value):
                yield from _said(f"违反的是{_provisions(value)}。")
            case Fact("处罚依据", value):
                yield from _said(f"处罚的依据是{_provisions(value)}。")
            case Fact("决定日期", (Day(),) as value):
                yield from _said(f"处罚决定是{inline_text(value)}作出的。")


def _provisions(value: tuple[object, ...]) -> str:
    return "；".join(node.text for node in value if isinstance(node, Provision))


def _penalty(rule: Rule, edition: Edition) -> Iterator[str]:
    yield from _said(f"{rule.penalty.conduct}，{rule.penalty.words}。")
    cited = (
        citation.named(statute.short_name) if (statute := rule.statute) else citation
        for citation in rule.sanctions
    )
    for citation in cited:
        yield from _said(f"依据是{citation.text}。")


def _contacts(edition: Edition) -> Iterator[str]:
    for line in edition.town.hotlines[:HOTLINES_SAID]:
        yield from _said(f"{line.purpose.partition('，')[0]}，打{line.number}。")
