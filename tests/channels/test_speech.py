"""念出来的话：数照人说的念，句子不长，稿子长短合适，横幅成双，字幕看得完。"""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.book import Book
from casebook.channels.banner import faults
from casebook.channels.broadcast import broadcast_lines, seconds
from casebook.channels.digest import DIGEST_LIMIT, TITLE_BY_API, digest, whole_sentences
from casebook.channels.edition import Edition
from casebook.channels.phrases import break_clauses, break_lines, words
from casebook.channels.script import build_script
from casebook.channels.spoken import say, sentences
from casebook.channels.subtitles import PAUSE, Caption, make_captions, srt_text
from casebook.channels.subtitles import seconds as seconds_of
from casebook.channels.texts import Texts
from casebook.channels.video import build_video


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("罚款1000元", "罚款一千元"),
        ("罚款1200元", "罚款一千二百元"),
        ("2000元以下", "两千元以下"),
        ("1万元以上10万元以下", "一万元以上十万元以下"),
        ("2万元", "两万元"),
        ("2025年3月5日", "二零二五年三月五日"),
        ("60日内", "六十日内"),
        ("6个月", "六个月"),
        ("2个月", "两个月"),
        ("第2条", "第二条"),
        ("12件", "十二件"),
        ("124处", "一百二十四处"),
        ("打12345、119", "打幺二三四五、幺幺九"),
        ("119件", "一百一十九件"),
        ("5%以上10%以下", "百分之五以上百分之十以下"),
        ("0.5米", "零点五米"),
        ("1—2天", "一到两天"),
        ("《大气污染防治法》第七十七条", "大气污染防治法第七十七条"),
        ("看https://example.com/a?b=1。", "看。"),
        ("“自家的地”", "自家的地"),
        ("停车（便道上也不行）不可以", "停车，便道上也不行，不可以"),
        ("责令停止（改正）通知书", "责令停止、改正通知书"),
    ],
)
def test_numbers_are_said_as_people_say_them(written: str, spoken: str) -> None:
    assert say(written) == spoken


def test_long_sentences_break_where_a_speaker_would_pause() -> None:
    first = "他先把车推进楼道，又从三楼窗户甩下一根线，接上充电器"
    second = "半夜谁也不知道，早上起来才看见烧了一大片"
    assert sentences(f"{first}，{second}。") == [f"{first}。", f"{second}。"]
    assert sentences("行不行？不行！") == ["行不行？", "不行！"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "李某怕电动车淋雨，把车推进住宅楼的楼梯口，从三楼窗户甩下一根线充电，只剩半人宽的路。",
            [
                "李某怕电动车淋雨，把车推进住宅楼的楼梯口。",
                "李某从三楼窗户甩下一根线充电，只剩半人宽的路。",
            ],
        ),
        (
            "朱某庚晌午在井旁的菜地里点了一大堆没人要的豆秆，想省下拉走的工夫，灰却落到人家晾着的被褥上。",
            [
                "朱某庚晌午在井旁的菜地里点了一大堆没人要的豆秆。",
                "朱某庚想省下拉走的工夫，灰却落到人家晾着的被褥上。",
            ],
        ),
        (  # 中间换过人，说不准是谁，就不补
            "李某占着路口卖瓜说什么也不肯挪，执法人员前后来劝了两回，把三轮车帮着推到划好的摊位里才散开。",
            [
                "李某占着路口卖瓜说什么也不肯挪，执法人员前后来劝了两回。",
                "把三轮车帮着推到划好的摊位里才散开。",
            ],
        ),
        (  # 后半句自己有主语
            "三伏天，吴某把装满西瓜的三轮车横在消防车通道上卖，两边又摆开筐，大车一辆也进不去。",
            [
                "三伏天，吴某把装满西瓜的三轮车横在消防车通道上卖。",
                "两边又摆开筐，大车一辆也进不去。",
            ],
        ),
        (
            "在某农机合作社干活的机手图省事点着了麦茬，想早一点回家去，火烧出去二十几步才扑灭。",
            [
                "在某农机合作社干活的机手图省事点着了麦茬。",
                "想早一点回家去，火烧出去二十几步才扑灭。",
            ],
        ),
    ],
)
def test_a_broken_story_says_again_who_it_is_about(text: str, told: list[str]) -> None:
    assert sentences(text, story=True) == told


def test_every_sentence_about_the_law_stands_alone(addressed: list[Edition]) -> None:
    for edition in addressed:
        lines = [line for group in build_script(edition).rule for line in group]
        assert not [line for line in lines if line.startswith("还有")], edition.id


def test_an_opening_fits_any_season(book: Book) -> None:
    """案由的开场用在一年里每一件案子上，不能说季节。"""
    for matter in book.matters:
        assert matter.value.publicity is not None
        said = matter.value.publicity.hook
        assert not re.search("[春夏秋冬]|天热|天冷|三伏|收完|[麦秋]收|年前|过年", said), said


def test_a_sentence_with_no_pause_is_left_whole_for_the_check() -> None:
    text = "字" * 60 + "。"
    assert sentences(text) == [text]


def test_no_sentence_stops_halfway(addressed: list[Edition]) -> None:
    """断开的长句不收在“……的。”上：先问怎么处理，再答。"""
    for edition in addressed:
        script = build_script(edition)
        for line in (line for group in script.rule for line in group):
            assert not re.search("(?<!作出)的。$", line), (edition.id, line)
            assert not re.match("[，、]|的", line), (edition.id, line)


def test_facts_are_told_in_the_order_people_ask(by_id: dict[str, Edition]) -> None:
    told = [group[0] for group in build_script(by_id["2025-001-news"]).rule]
    starts = ("这种事，案由叫", "违反的是", "处罚的依据是", "处理结果是", "处罚决定是")
    assert [next(s for s in starts if line.startswith(s)) for line in told] == list(starts)


def test_every_broadcast_can_be_read_aloud(addressed: list[Edition]) -> None:
    for edition in addressed:
        lines = broadcast_lines(edition, build_script(edition))
        assert max(map(len, lines)) <= 40, edition.id
        assert 60 <= seconds(lines) <= 180, edition.id
        assert "打幺二三四五" in lines[-2], edition.id
        for line in lines:
            assert not re.search(r"[0-9A-Za-z（）()《》〈〉\[\]【】]|://", line), (edition.id, line)


def test_the_broadcast_says_it_is_read_twice(texts: dict[str, Texts]) -> None:
    for made in texts.values():
        head, *_, last = made.broadcast.strip().splitlines()
        assert head.startswith("村广播稿　")
        assert "播两遍" in made.broadcast
        assert last == "以上内容，再播一遍。"


def test_digests_are_whole_sentences(addressed: list[Edition]) -> None:
    for edition in addressed:
        text = digest(edition)
        assert 0 < len(text) <= DIGEST_LIMIT
        assert text[-1] in "。！？”", edition.id
        assert edition.article.description.startswith(text)
        assert len(edition.title) <= TITLE_BY_API


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("短。", "短。"),
        ("甲" * 60 + "。" + "乙" * 60 + "。", "甲" * 60 + "。"),
        ("他说：“" + "甲" * 50 + "。乙。”" + "丙" * 80 + "。", ""),
        ("甲" * 130 + "。", ""),
    ],
)
def test_a_digest_is_never_cut_in_a_sentence(text: str, kept: str) -> None:
    assert whole_sentences(text, DIGEST_LIMIT) == kept


@pytest.mark.parametrize(
    ("banner", "codes"),
    [
        ("秸秆还田好，来年少施肥", set()),
        ("秸秆还田好，来年施肥少一半", {"W202"}),
        ("秸秆还田好", {"W202"}),
        ("秸秆还田不焚烧又肥地，空气清新人人都更欢喜", {"W201"}),
        ("严禁烧秸秆，后果自己担", {"W203"}),
        ("烧火一把灰，罚到两行泪", {"W203"}),
    ],
)
def test_banners_come_in_halves_and_do_not_threaten(banner: str, codes: set[str]) -> None:
    assert {code for code, _ in faults(banner)} == codes


def test_every_matter_offers_several_banners(addressed: list[Edition]) -> None:
    for edition in addressed:
        assert edition.matter is not None
        assert edition.matter.publicity is not None
        banners = edition.matter.publicity.banners
        assert len(banners) >= 4
        assert not [fault for banner in banners for fault in faults(banner)]


def assert_readable(captions: Sequence[Caption]) -> None:
    """每屏不超过两行、一行不超过十六字，停留的时间看得完，一屏接一屏不重叠。"""
    end = 0.0
    for caption in captions:
        assert 1 <= len(caption.lines) <= 2, caption
        assert all(0 < len(line) <= 16 for line in caption.lines), caption
        assert 0.83 <= round(caption.seconds, 2) <= 7, caption
        assert len(caption.text) / caption.seconds <= 9, caption
        assert caption.start >= end, caption
        end = caption.end


@given(st.text("一二三四五六七八九十年月日，、的了地罚款第条法条例Wa", min_size=1, max_size=90))
def test_captions_of_any_words_keep_to_their_limits(text: str) -> None:
    """不必在检查里量字幕：怎样的话都排得进规定的行数、字数和时间，加起来正是算好的那么久。"""
    spoken = sentences(say(text))
    captions = list(make_captions(spoken))
    assert_readable(captions)
    if captions:
        assert captions[-1].end == round(seconds_of(spoken) - PAUSE, 2)


def test_videos_keep_to_time_and_captions_to_their_limits(addressed: list[Edition]) -> None:
    for edition in addressed:
        video = build_video(build_script(edition))
        assert 45 <= video.seconds <= 75, (edition.id, video.seconds)
        assert_readable(video.captions)
        parts = [shot.part for shot in video.shots]
        assert parts[:2] == ["开场", "故事"]
        assert parts[-2:] == ["怎么做", "找谁"]


def test_captions_add_up_to_the_script(addressed: list[Edition], texts: dict[str, Texts]) -> None:
    strip = re.compile(r"[，。！？、；：\s]")
    for edition in addressed:
        video = build_video(build_script(edition))
        spoken = strip.sub("", "".join(line for shot in video.shots for line in shot.lines))
        assert strip.sub("", "".join(caption.text for caption in video.captions)) == spoken
        for shot in video.shots:
            assert "".join(shot.lines) in texts[edition.id].video
            assert (shot.start, shot.end) == (shot.captions[0].start, shot.captions[-1].end)


def test_subtitles_are_well_formed() -> None:
    text = srt_text(make_captions(["第一句话，比较长，要分两行才放得下的。", "第二句。"]))
    first, second = text.strip().split("\n\n")
    assert first.splitlines()[:2] == ["1", "00:00:00,000 --> 00:00:03,750"]
    assert second.splitlines()[0] == "2"
    assert re.fullmatch(r"\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}", second.splitlines()[1])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "处罚的依据是大气污染防治法第一百一十九条第一款",
            ["处罚的依据是大气污染防治法", "第一百一十九条第一款"],
        ),
        (
            "免费问法律、申请法律援助、打听到哪儿复议",
            ["免费问法律、申请法律援助、", "打听到哪儿复议"],
        ),
    ],
)
def test_lines_do_not_break_inside_a_name(text: str, lines: list[str]) -> None:
    assert break_lines(text, 16) == lines


def test_lines_break_between_words() -> None:
    assert break_clauses("房后菜地点辣椒秧，一桶水自己先泼灭了", 9) == [
        "房后菜地点辣椒秧",
        "一桶水自己先泼灭了",
    ]
    for line in break_lines("处罚决定是二零二五年三月五日作出的", 12):
        assert line[0] not in "，。的了"
    assert "二零二五年" in words("处罚决定是二零二五年三月五日作出的")
    assert max(map(len, break_lines("W" * 50, 16))) <= 16
