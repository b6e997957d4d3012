"""照片：写明脱敏的上短讯和解读，进公众号和广播稿；文件换了就换，撤回、删去就从网站上消失。"""

import base64
import io
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from casebook.article.blocks import Article, Picture
from casebook.book import Book
from casebook.channels.digest import BODY_LIMIT, body_length
from casebook.channels.edition import Edition
from casebook.channels.texts import Texts, build_texts
from casebook.channels.wechat import WechatRenderer
from casebook.channels.wechat_rules import find_faults
from casebook.images.darkroom import LONGEST_SIDE, print_jpeg, read_photograph
from casebook.images.formats import carried_in
from casebook.inspection import Place, inspect_all
from casebook.pages.site import build_site
from casebook.render import WebRenderer
from tests.channels.conftest import editions_of
from tests.publication import contents, publish
from tests.test_cached import WITHDRAWN, edit, small_data
from tests.test_images import PHOTO, add_photo, personal_exif, saved
from tests.workbench import DATA

ADDRESS = "assets/photos/2025-001-1.jpg"
CAPTION = "田埂上烧过的一片黑地，没有人"


def noise(width: int = 96, height: int = 64) -> Image.Image:
    return Image.effect_noise((width, height), 60).convert("RGB")


def book_of(data: Path) -> Book:
    inspection = inspect_all(Place(data, "cases_data"), None, None)
    assert inspection.publishable is not None, inspection.problems
    return inspection.publishable


@pytest.fixture(scope="module")
def photographed(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """2025-001 有一张大照片。"""
    data = Path(shutil.copytree(DATA, tmp_path_factory.mktemp("photographed") / "cases_data"))
    add_photo(data, image=saved(noise(1600, 1200), "JPEG"))
    return book_of(data)


def articles(book: Book) -> dict[str, Article]:
    return {article.address: article for article in build_site(book).articles}


def edition(book: Book, name: str) -> Edition:
    return next(one for one in editions_of(book) if one.id == name)


def made(book: Book, name: str = "2025-001") -> Texts:
    return build_texts(edition(book, name), WechatRenderer())


def test_the_web_page_reserves_its_place_and_describes_it(photographed: Book) -> None:
    for address in ("news/2025-001.html", "cases/2025-001.html"):
        body = WebRenderer().body(articles(photographed)[address])
        [tag] = re.findall(r"<img[^>]*>", body)
        for part in (
            f'src="../{ADDRESS}"',
            f'alt="{CAPTION}"',
            'width="1280" height="960"',
            'loading="lazy"',
        ):
            assert part in tag
        assert f"{CAPTION}</figcaption>" in body


def test_a_case_without_photos_has_no_picture(photographed: Book) -> None:
    blocks = articles(photographed)["news/2025-002.html"].blocks
    assert not [block for block in blocks if isinstance(block, Picture)]


def test_wechat_gets_a_picture_it_can_take(photographed: Book) -> None:
    html = made(photographed).html
    [data] = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', html)
    picture = Image.open(io.BytesIO(base64.b64decode(data)))
    assert picture.size == (1280, 960)
    assert 'data-w="1280"' in html
    assert not list(find_faults(html))
    assert body_length(html) < BODY_LIMIT < len(html)


def test_texts_say_what_the_photo_shows(photographed: Book) -> None:
    texts = made(photographed)
    assert f"（图：{CAPTION}）" in texts.plain
    assert f"（图：{CAPTION}）" in texts.body
    spoken = texts.broadcast.partition("\n\n")
    assert CAPTION in spoken[0]
    assert CAPTION not in spoken[2]
    assert CAPTION in texts.video
    assert CAPTION not in made(photographed, "2025-002").broadcast


@pytest.mark.parametrize(
    ("image", "size"),
    [
        (saved(noise(64, 48), "PNG"), (64, 48)),
        (saved(noise(3000, 1000), "PNG"), (LONGEST_SIDE, 427)),
        (saved(noise(), "JPEG", exif=personal_exif()), (64, 96)),
        (saved(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG"), (40, 30)),
        (saved(noise().convert("CMYK"), "JPEG"), (96, 64)),
        (saved(noise(), "WEBP"), (96, 64)),
    ],
)
def test_residents_get_a_small_upright_picture_and_nothing_else(
    image: bytes, size: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "photo"
    path.write_bytes(image)
    photograph = read_photograph(path)
    assert photograph is not None
    content = print_jpeg(photograph)
    shown = Image.open(io.BytesIO(content))
    assert shown.size == (photograph.width, photograph.height) == size
    assert shown.format == "JPEG"
    assert carried_in(content) == ""
    assert content == print_jpeg(photograph)


def test_see_through_parts_are_printed_on_white(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(saved(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG"))
    photograph = read_photograph(path)
    assert photograph is not None
    assert Image.open(io.BytesIO(print_jpeg(photograph))).getpixel((4, 4)) == (255, 255, 255)


def test_what_is_no_picture_is_not_measured(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(b"not a picture")
    assert read_photograph(tmp_path / "x.jpg") is None
    assert read_photograph(tmp_path / "none.jpg") is None


def test_a_picture_cut_short_is_not_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """下载到一半的照片：开头认得出大小，画面是坏的。"""
    whole = saved(noise(400, 300), "JPEG")
    path = tmp_path / "a.jpg"
    path.write_bytes(whole)
    assert read_photograph(path) is not None
    path.write_bytes(whole[: len(whole) // 2])
    for lenient in (False, True):
        monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
        assert read_photograph(path) is None


def test_an_unredacted_photo_never_reaches_a_page(data: Path) -> None:
    add_photo(data, redacted="否")
    book = inspect_all(Place(data, "cases_data"), None, None).book
    assert book is not None
    for article in articles(book).values():
        assert not [block for block in article.blocks if isinstance(block, Picture)]


def test_a_caption_with_a_phone_number_is_refused(data: Path) -> None:
    add_photo(data)
    edit(data / "cases/2025/2025-001.yml", "    说明", "打 13900002235 找他")
    problems = inspect_all(Place(data, "cases_data"), None, None).problems
    assert "P1" in {problem.code[:2] for problem in problems}


def test_the_file_comes_changes_and_goes_with_its_case(tmp_path: Path) -> None:
    data, cache, site = small_data(tmp_path), tmp_path / "cache", tmp_path / "site"
    photo = add_photo(data, image=saved(noise(), "PNG"))
    record = data / "cases/2025/2025-001.yml"

    def published() -> dict[str, bytes]:
        assert publish(data, cache, site) is not None
        return contents(site)

    first = published()
    assert Image.open(io.BytesIO(first[ADDRESS])).size == (96, 64)
    photo.write_bytes(saved(noise(32, 32), "JPEG"))
    second = published()
    assert Image.open(io.BytesIO(second[ADDRESS])).size == (32, 32)
    assert b'width="32"' in second["cases/2025-001.html"]
    assert b'width="32"' in second["news/2025-001.html"]
    text = record.read_text(encoding="utf-8")
    record.write_text(text + WITHDRAWN, encoding="utf-8")
    withdrawn = published()
    assert ADDRESS not in withdrawn
    assert CAPTION.encode() not in b"".join(withdrawn.values())
    record.write_text(text, encoding="utf-8")
    assert published() == second
    record.write_text(text.replace(PHOTO.format(redacted="是"), ""), encoding="utf-8")
    photo.unlink()
    assert ADDRESS not in published()


def test_an_unchanged_photo_is_not_written_again(tmp_path: Path) -> None:
    data, cache, site = small_data(tmp_path), tmp_path / "cache", tmp_path / "site"
    add_photo(data)
    publish(data, cache, site)
    names = (ADDRESS, "news/2025-001.html", "cases/2025-001.html")
    written = [(cache / "pages" / name).stat().st_mtime_ns for name in names]
    publish(data, cache, site)
    assert [(cache / "pages" / name).stat().st_mtime_ns for name in names] == written
