"""封面、海报与二维码：尺寸对、字在安全方块里、一页、字体嵌着、二维码从印出来的样子里读得回来。"""

import io
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image, ImageChops

from casebook.channels import fonts
from casebook.channels.cover import COVERS, PAPER, WIDE, Size, fit_title, plan_cover
from casebook.channels.drawing import draw_cover
from casebook.channels.edition import Edition
from casebook.channels.fonts import FontProblem, load_font
from casebook.channels.phrases import unbroken
from casebook.channels.poster import PAPERS, PosterPrinter, PosterProblem, plan_poster
from casebook.channels.qr import qr_png
from casebook.channels.studio import Studio

CLOSING = tuple("，。！？、；：）》”’」』")
POSTERS = ("straw-burning", "illegal-building", "2025-002", "2025-b04")
SPREAD = 9
MILLIMETRES = {"A4": (210, 297), "A3": (297, 420)}


@pytest.fixture(scope="module")
def printer() -> PosterPrinter:
    return PosterPrinter()


def render(pdf: bytes, dpi: int = 110) -> Image.Image:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil()


def text_of(pdf: bytes) -> str:
    text: str = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()
    return "".join(text.split())


def embedded(document: pypdfium2.PdfDocument) -> bool:
    """页上的字用到的字体是不是都嵌在文件里。"""
    fonts_used = [
        raw.FPDFTextObj_GetFont(found.raw)
        for found in document[0].get_objects([raw.FPDF_PAGEOBJ_TEXT])
    ]
    return bool(fonts_used) and all(raw.FPDFFont_GetIsEmbedded(font) == 1 for font in fonts_used)


@pytest.mark.parametrize("name", COVERS)
def test_a_cover_has_its_size_and_keeps_inside_the_safe_square(
    name: str, addressed: list[Edition]
) -> None:
    size = COVERS[name]
    for edition in addressed:
        image = Image.open(io.BytesIO(draw_cover(plan_cover(edition, size))))
        assert image.size == (size.width, size.height)
        assert ink(image, size), edition.id


def ink(image: Image.Image, size: Size) -> bool:
    """字有没有都在安全方块里：方块左右两边只有底色和上下两条色带。"""
    left = (size.width - size.safe) // 2
    band = 6 * size.safe // 383 + 1
    paper = Image.new("RGB", image.size, PAPER)
    box = ImageChops.difference(image, paper).crop((0, band, size.width, size.height - band))
    found = box.getbbox()
    return found is not None and left <= found[0] and found[2] <= left + size.safe


@pytest.mark.parametrize("name", COVERS)
def test_no_line_of_a_cover_is_too_wide(name: str, addressed: list[Edition]) -> None:
    for edition in addressed:
        cover = plan_cover(edition, COVERS[name])
        bottom = 0
        for words, _, top, pixels, _, weight in cover.words[2:]:
            assert load_font(pixels, weight == "bold").getlength(words) <= cover.room, edition.id
            assert top >= bottom
            bottom = top + pixels


@pytest.mark.parametrize("length", [1, 12, 32, 64])
def test_titles_of_any_length_fit(length: int) -> None:
    pixels, lines = fit_title("秸" * length, 351, 259)
    assert len(lines) * pixels * 1.4 <= 259
    assert all(len(line) * pixels <= 351 for line in lines)


def test_a_cover_is_the_same_every_time(addressed: list[Edition]) -> None:
    plan = plan_cover(addressed[0], WIDE)
    assert draw_cover(plan) == draw_cover(plan)


def test_a_machine_without_chinese_fonts_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "_FOLDERS", ())
    fonts._find.cache_clear()
    load_font.cache_clear()
    with pytest.raises(FontProblem, match="中文字体"):
        load_font(20)
    fonts._find.cache_clear()


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("article", POSTERS)
def test_a_poster_is_one_page_whose_code_leads_to_the_article(
    name: str, article: str, by_id: dict[str, Edition], printer: PosterPrinter
) -> None:
    edition = by_id[article]
    paper, millimetres = PAPERS[name]
    plan = plan_poster(edition)
    pdf = printer.print(plan, paper, millimetres)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    width, height = (round(points / 72 * 25.4) for points in document[0].get_size())
    assert (width, height) == MILLIMETRES[paper]
    assert [code.text for code in zxingcpp.read_barcodes(render(pdf))] == [edition.url]
    assert embedded(document)
    text = text_of(pdf)
    for fact in (*(value for _, value in plan.facts), *plan.rules, plan.footnote):
        assert "".join(fact.split()) in text, fact
    for line in (plan.slogan.split("，"))[:2]:
        assert line in text


def spread(editions: list[Edition], count: int) -> list[Edition]:
    """从字最少的到字最多的，匀匀地挑几篇，两头都在内。"""
    ranked = sorted(editions, key=lambda edition: len(repr(replace(plan_poster(edition), code=""))))
    return [ranked[round(i * (len(ranked) - 1) / (count - 1))] for i in range(count)]


@pytest.mark.parametrize("name", PAPERS)
def test_posters_of_any_length_are_one_page_without_bad_breaks(
    name: str, addressed: list[Edition], printer: PosterPrinter
) -> None:
    """两种纸上，字少的、字多的：一页、字体嵌着、扫得到自己的文章、没有难看的断行。"""
    for edition in spread(addressed, SPREAD):
        pdf = printer.print(plan_poster(edition), *PAPERS[name])
        document = pypdfium2.PdfDocument(pdf)
        assert len(document) == 1, edition.id
        assert embedded(document), edition.id
        codes = zxingcpp.read_barcodes(render(pdf, dpi=80))
        assert [code.text for code in codes] == [edition.url], edition.id
        assert not badly_broken(document), edition.id


def badly_broken(document: pypdfium2.PdfDocument) -> list[str]:
    """排出来的各行里，以标点开头的和只剩一两个字的。"""
    lines = document[0].get_textpage().get_text_bounded().splitlines()
    return [
        line for line in lines if line.startswith(CLOSING) or len(line.strip("，。！？ ")) in (1, 2)
    ]


@pytest.mark.parametrize(
    ("text", "ending"),
    [("该办的都办好了才算。", 4), ("早晚出摊都在点上。", 4), ("好。", 2), ("", 0)],
)
def test_a_paragraph_does_not_end_on_one_character(text: str, ending: int) -> None:
    units = unbroken(text)
    assert "".join(units) == text
    assert len(units[-1]) >= ending


@pytest.mark.parametrize("name", PAPERS)
def test_the_code_keeps_clear_of_the_edge_of_the_paper(
    name: str, by_id: dict[str, Edition], printer: PosterPrinter
) -> None:
    """字再小，二维码离纸边也不少于五毫米，裁纸、打印机留边都伤不到它。"""
    page = render(printer.print(plan_poster(by_id["illegal-building"]), *PAPERS[name]))
    [code] = zxingcpp.read_barcodes(page)
    edge = 5 / 25.4 * 110
    assert code.position.bottom_left.y <= page.height - edge
    assert code.position.bottom_right.x <= page.width - edge


def test_talk_is_not_called_advice(by_id: dict[str, Edition]) -> None:
    assert plan_poster(by_id["2025-001"]).heading == "怎么做才对"
    assert plan_poster(by_id["2025-b02"]).heading == "跟您说几句"


def test_a_poster_without_an_address_has_no_code(
    unaddressed: list[Edition], printer: PosterPrinter
) -> None:
    pdf = printer.print(plan_poster(unaddressed[0]), *PAPERS["poster-a4.pdf"])
    assert zxingcpp.read_barcodes(render(pdf)) == []


def test_a_poster_that_cannot_fit_says_so(
    by_id: dict[str, Edition], printer: PosterPrinter
) -> None:
    plan = plan_poster(by_id["2025-001"])
    endless = replace(plan, lead="说不完的话，" * 600)
    with pytest.raises(PosterProblem, match="放不下"):
        printer.print(endless, *PAPERS["poster-a4.pdf"])


@pytest.mark.parametrize(
    "address",
    [
        "https://a.cn/",
        "https://pufa.example.gov.cn/guides/straw-burning.html",
        "https://x.cn/" + "长" * 80,
    ],
)
def test_a_code_reads_back(address: str) -> None:
    image = Image.open(io.BytesIO(qr_png(address)))
    assert [code.text for code in zxingcpp.read_barcodes(image)] == [address]
    assert image.convert("L").getpixel((0, 0)) == 255


def test_the_studio_draws_a_picture_once(by_id: dict[str, Edition], tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    first = studio.make("cover-wide.png", by_id["2025-001"])
    [kept] = tmp_path.iterdir()
    kept.write_bytes(b"kept")
    assert studio.make("cover-wide.png", by_id["2025-001"]) == b"kept"
    assert studio.make("cover-wide.png", by_id["2025-002"]) != b"kept"
    assert first.startswith(b"\x89PNG")
