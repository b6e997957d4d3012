"""打包：字节不变，校验值对得上，说明在里面，没有网站就说没有。"""

import hashlib
import os
import zipfile
from pathlib import Path

import package
import pytest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """一个很小的网站。"""
    folder = tmp_path / "网站"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<p>首页</p>", encoding="utf-8")
    (folder / "assets" / "a.css").write_text("p{}", encoding="utf-8")
    (folder / ".stamp").write_text("本机的记号", encoding="utf-8")
    return folder


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "甲.zip", tmp_path / "乙.zip"
    assert package.main(["--site", str(site), "--out", str(one)]) == 0
    (site / "index.html").touch()
    assert package.main(["--site", str(site), "--out", str(two)]) == 0
    assert one.read_bytes() == two.read_bytes()


def test_every_file_is_in_and_its_sum_is_right(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "包.zip"
    package.main(["--site", str(site), "--out", str(out)])
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == [
            "site/assets/a.css",
            "site/index.html",
            "SHA256SUMS",
            "README.txt",
        ]
        for line in archive.read("SHA256SUMS").decode().splitlines():
            digest, name = line.split("  ")
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest
        assert "怎么放上网" in archive.read("README.txt").decode("utf-8-sig")
    digest, name = out.with_name("包.zip.sha256").read_text("utf-8").split()
    assert (digest, name) == (hashlib.sha256(out.read_bytes()).hexdigest(), "包.zip")


def test_without_a_site_there_is_nothing_to_pack(tmp_path: Path, capsys) -> None:
    assert package.main(["--site", str(tmp_path), "--out", str(tmp_path / "x.zip")]) == 1
    assert "还没有网站" in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()


def test_what_changed_after_the_site_was_made_is_named(tmp_path: Path) -> None:
    marker, data = tmp_path / "marker", tmp_path / "cases_data"
    record = data / "cases" / "2025-001.yml"
    record.parent.mkdir(parents=True)
    record.write_text("标题: 一", encoding="utf-8")
    for path in (record, record.parent, data):
        os.utime(path, (1000, 1000))
    marker.write_text("", encoding="utf-8")
    os.utime(marker, (2000, 2000))
    assert package.changed_since(marker, [data]) is None
    os.utime(record, (3000, 3000))
    assert package.changed_since(marker, [data]) == record
    record.unlink()  # 删了，文件夹就变了
    assert package.changed_since(marker, [data]) == record.parent
