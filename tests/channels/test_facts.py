"""同一份记录在各渠道的事实完全一样：案由、条款、金额、日期、演示说明，一个不少，一个不多。"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from casebook.article.addresses import GUIDES
from casebook.article.blocks import Facts, Grid
from casebook.article.inlines import Amount, Day, Inlines, Provision
from casebook.article.wording import day_text, yuan_text
from casebook.channels.edition import Edition
from casebook.channels.poster import plan_poster
from casebook.channels.script import NOTICE
from casebook.channels.spoken import say
from casebook.channels.texts import Texts

SAID_YUAN = re.compile(r"[零一二两三四五六七八九十百千万点]+元")
WRITTEN_YUAN = re.compile(r"\d[\d.]*万?元")
CITED = re.compile(r"《[^》]+》第[一二三四五六七八九十百千零]+条(?:第[一二三四五六七八九十]+款)?")
SAID_CITED = re.compile(
    r"[^，。；、\n]{2,30}?第[一二三四五六七八九十百千零]+条(?:第[一二三四五六七八九十]+款)?"
)


@dataclass(frozen=True)
class Told:
    """一篇文章的树里写着的事实。"""

    matter: str
    provisions: tuple[str, ...]
    amounts: tuple[str, ...]
    decided: tuple[str, ...]


def told(edition: Edition) -> Told:
    cells = list(_cells(edition))
    flat = [node for nodes in cells for node in nodes]
    decided = [
        row.value
        for block in edition.article.blocks
        if isinstance(block, Facts)
        for row in block.rows
        if row.label == "决定日期"
    ]
    return Told(
        edition.matter.name if edition.matter else "",
        tuple(node.text for node in flat if isinstance(node, Provision)),
        tuple(yuan_text(node.yuan) for node in flat if isinstance(node, Amount)),
        tuple(day_text(node.day) for value in decided for node in value if isinstance(node, Day)),
    )


def _cells(edition: Edition) -> Iterator[Inlines]:
    for block in edition.article.blocks:
        if isinstance(block, Facts):
            yield from (
                row.value for row in block.rows if row.label in ("违反", "处罚依据", "处理结果")
            )
        elif isinstance(block, Grid) and edition.rules:
            yield from (cell for row in block.rows for cell in row)


def poster_text(edition: Edition) -> str:
    poster = plan_poster(edition)
    facts = (f"{label}{value}" for label, value in poster.facts)
    return "\n".join(
        (poster.masthead, poster.headline, poster.lead, *facts, *poster.rules, poster.footnote)
    )


def joined(text: str) -> str:
    """字幕和脚本里一句话会折行，连起来看。"""
    return re.sub(r"\s+|[，。；：]", "", text)


@pytest.fixture(scope="module")
def everything(
    addressed: list[Edition], texts: dict[str, Texts]
) -> list[tuple[Edition, Texts, Told]]:
    return [(edition, texts[edition.id], told(edition)) for edition in addressed]


def test_there_is_something_to_compare(everything: list[tuple[Edition, Texts, Told]]) -> None:
    assert len(everything) > 40
    assert sum(bool(facts.provisions) for _, _, facts in everything) > 30
    assert sum(bool(facts.amounts) for _, _, facts in everything) > 15


def test_written_channels_carry_every_fact(
    everything: list[tuple[Edition, Texts, Told]],
) -> None:
    for edition, made, facts in everything:
        visible = re.sub("<[^>]+>", "", made.html)
        for channel in (made.title + visible, made.title + made.body, made.plain):
            for fact in (facts.matter, *facts.provisions, *facts.amounts, *facts.decided):
                assert fact in channel, (edition.id, fact)


def test_spoken_channels_carry_every_fact(everything: list[tuple[Edition, Texts, Told]]) -> None:
    for edition, made, facts in everything:
        if edition.article.section == GUIDES or not facts.provisions:
            continue
        subtitles = re.sub(r"\d+\n[\d:,]+ --> [\d:,]+\n", "", made.subtitles)
        for channel in (made.broadcast, made.video, subtitles):
            for fact in (facts.matter, *facts.provisions, *facts.amounts, *facts.decided):
                assert joined(say(fact)) in joined(channel), (edition.id, fact)


def test_a_guide_says_the_rule_in_force_everywhere(
    everything: list[tuple[Edition, Texts, Told]],
) -> None:
    guides = [item for item in everything if item[0].article.section == GUIDES]
    assert len(guides) == 9
    for edition, made, facts in guides:
        first = edition.rules[0]
        cited = [c.named(first.statute.short_name).text for c in first.sanctions]
        assert set(cited) <= set(facts.provisions)
        for channel in (made.broadcast, made.video):
            for fact in (first.penalty.words, *cited):
                assert joined(say(fact)) in joined(channel), (edition.id, fact)
        every = [c.named(r.statute.short_name).text for r in edition.rules for c in r.sanctions]
        for fact in every:
            assert joined(say(fact)) in joined(made.broadcast)
            assert fact in poster_text(edition)


def test_posters_carry_the_facts(everything: list[tuple[Edition, Texts, Told]]) -> None:
    for edition, _, facts in everything:
        if edition.article.section != GUIDES:
            text = poster_text(edition)
            for fact in (*facts.provisions, *facts.amounts, *facts.decided):
                assert fact in text, (edition.id, fact)


def test_no_channel_adds_an_amount_or_a_provision(
    everything: list[tuple[Edition, Texts, Told]],
) -> None:
    for edition, made, _ in everything:
        source = made.plain + edition.article.description
        publicity = edition.matter.publicity if edition.matter else None
        if publicity:
            source += publicity.talk + publicity.hook
        written = set(WRITTEN_YUAN.findall(source))
        said = {say(amount) for amount in written} | set(SAID_YUAN.findall(say(source)))
        cited = set(CITED.findall(source))
        for channel in (re.sub("<[^>]+>", "", made.html), made.body, poster_text(edition)):
            assert set(WRITTEN_YUAN.findall(channel)) <= written, edition.id
            assert set(CITED.findall(channel)) <= cited, edition.id
        for channel in (made.broadcast, made.video):
            assert set(SAID_YUAN.findall(channel)) <= said, edition.id
            for found in SAID_CITED.findall(channel):
                assert any(found.endswith(say(citation)) for citation in cited), found


def test_demonstrations_say_so_in_every_channel(
    everything: list[tuple[Edition, Texts, Told]],
) -> None:
    shown = 0
    for edition, made, _ in everything:
        spoken = say(NOTICE).rstrip("。")
        subtitles = joined(re.sub(r"\d+\n[\d:,]+ --> [\d:,]+\n", "", made.subtitles))
        present = (
            "演示案例" in made.html,
            "演示案例" in made.plain,
            "演示案例" in made.body,
            "演示案例" in poster_text(edition),
            spoken in made.broadcast,
            joined(spoken) in joined(made.video),
            joined(spoken) in subtitles,
        )
        assert set(present) == {edition.demonstration}, (edition.id, present)
        shown += edition.demonstration
    assert shown > 25
