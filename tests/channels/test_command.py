"""channels 命令与网页上的 .kit.js：一包文件齐全、清单对得上、字句与命令写出的相同。"""

import hashlib
import json
from pathlib import Path

import pytest

from casebook.article.blocks import Article
from casebook.book import Book
from casebook.channels.edition import Edition
from casebook.channels.kit import Kit
from casebook.channels.texts import Texts
from casebook.pages.site import build_site
from tests.channels.conftest import ADDRESS, with_address
from tests.workbench import run_manage

FILES = {
    *("wechat.html", "wechat.txt", "digest.txt", "title.txt", "cover-wide.png", "cover-square.png"),
    *("broadcast.txt", "banner.txt", "video-script.md", "video.srt", "poster-a4.pdf"),
    *("poster-a3.pdf", "plain.txt", "manifest.json"),
}


@pytest.fixture(scope="module")
def articles(book: Book) -> tuple[Article, ...]:
    return build_site(with_address(book, ADDRESS)).articles


@pytest.fixture(scope="module")
def kit(book: Book) -> Kit:
    return Kit(with_address(book, ADDRESS))


def test_a_package_is_complete_and_its_manifest_true(tmp_path: Path) -> None:
    result = run_manage("channels", "--out", str(tmp_path), "2025-001", "straw-burning")
    assert result.returncode == 0, result.stderr
    for name in ("2025-001", "straw-burning"):
        folder = tmp_path / name
        assert {path.name for path in folder.iterdir()} == FILES
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        assert manifest["编号"] == name
        assert manifest["检查"] == []
        assert set(manifest["文件"]) == FILES - {"manifest.json"}
        for file, facts in manifest["文件"].items():
            content = (folder / file).read_bytes()
            assert facts["字节"] == len(content)
            assert facts["sha256"] == hashlib.sha256(content).hexdigest()
        title = (folder / "title.txt").read_text(encoding="utf-8").strip()
        assert manifest["长度"]["标题"]["字"] == len(title)


def test_texts_alone_need_no_pictures(tmp_path: Path) -> None:
    assert run_manage("channels", "--out", str(tmp_path), "--texts").returncode == 0
    folders = list(tmp_path.iterdir())
    assert len(folders) > 40
    for folder in folders:
        names = {path.name for path in folder.iterdir()}
        assert names == {name for name in FILES if not name.endswith((".png", ".pdf"))}


def test_an_unknown_number_is_misuse_with_a_guess(tmp_path: Path) -> None:
    result = run_manage("channels", "--out", str(tmp_path), "straw-burnin")
    assert result.returncode == 2
    assert "是不是 straw-burning" in result.stderr
    assert not list(tmp_path.iterdir())


def test_only_articles_that_go_out_have_a_kit(kit: Kit, articles: tuple[Article, ...]) -> None:
    made = {article.address: [name for name, _ in kit.files(article)] for article in articles}
    assert made["cases/2025-001.html"] == ["cases/2025-001.kit.js"]
    assert made["news/2025-001.html"] == ["news/2025-001.kit.js"]
    assert made["index.html"] == made["cases/index.html"] == made["report/2025.html"] == []


def test_the_kit_holds_what_the_command_writes(
    kit: Kit, articles: tuple[Article, ...], addressed: list[Edition], texts: dict[str, Texts]
) -> None:
    by_address = {edition.article.address: edition for edition in addressed}
    for article in articles:
        for _, content in kit.files(article):
            text = content.decode("utf-8").strip()
            held = json.loads(text.removeprefix("casebookKit(").removesuffix(")"))
            made = texts[by_address[article.address].id]
            assert held["html"] == made.html
            for name in ("title", "digest", "body", "broadcast", "banner", "plain", "video"):
                assert held["fields"][name]["text"] == getattr(made, name)
            assert held["fields"]["source"]["text"] == ADDRESS + article.address


def test_a_kit_is_the_same_every_time(book: Book, articles: tuple[Article, ...]) -> None:
    article = next(one for one in articles if one.address == "guides/straw-burning.html")
    again = Kit(with_address(book, ADDRESS))
    assert list(again.files(article)) == list(Kit(with_address(book, ADDRESS)).files(article))
    assert again.key == Kit(book).key


def test_a_file_in_place_of_the_output_folder_is_explained(tmp_path: Path) -> None:
    taken = tmp_path / "已有的文件"
    taken.write_text("原样", encoding="utf-8")
    result = run_manage("channels", "--texts", "--out", str(taken), "2025-001")
    assert result.returncode == 1
    assert "不是文件夹" in result.stderr
    assert taken.read_text(encoding="utf-8") == "原样"
