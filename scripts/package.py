"""package 命令：把生成好的网站打成一个压缩包，带校验值和一页说明。"""

import hashlib
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from cli import command_parser, existing_folder, file_to_write
from data_options import DATA
from environment import ROOT
from msgspec.structs import replace
from output_folder import DEFAULT_OUTPUT, MARKER

from casebook.editing.files import write_bytes
from casebook.failures import reason
from casebook.workforce import Workforce

DESCRIPTION = """\
把生成好的网站打成一个压缩包，交给区里管网站的部门：放在哪个子目录下都能用。
里面有全部网页、校验值和一页说明。同样的网站总得到同样的字节。"""
DEFAULT_PACKAGE = ROOT / "site.zip"
SOURCES = (DATA, ROOT / "docs")
AGAIN = "请先运行 python3 scripts/manage.py build，免得交出去的是旧的。"
FOLDER = "site"
SUMS = "SHA256SUMS"
GUIDE = "README.txt"
EPOCH = (1980, 1, 1, 0, 0, 0)
REGULAR_FILE = 0o100644 << 16


def main(argv: list[str]) -> int:
    """打包，返回退出码：0 打好，1 还没有网站或写不成，2 用法不对。"""
    parser = command_parser("package", DESCRIPTION, ["", "--out 交付/以案释法.zip"])
    parser.add_argument(
        "--site", metavar="文件夹", type=existing_folder, help="网站所在的文件夹，不写就是 site"
    )
    parser.add_argument(
        "--out",
        metavar="文件",
        type=file_to_write,
        default=DEFAULT_PACKAGE,
        help="不写就是 site.zip",
    )
    options = parser.parse_args(argv)
    site: Path = options.site or DEFAULT_OUTPUT
    if not (site / "index.html").is_file():
        print("还没有网站，请先运行 python3 scripts/manage.py build。", file=sys.stderr)
        return 1
    changed = None if options.site else changed_since(site / MARKER, SOURCES)
    if changed is not None:
        print(f"网站生成以后，{changed} 又改过；{AGAIN}", file=sys.stderr)
        return 1
    try:
        count, digest = _pack(site, options.out)
    except OSError as error:
        print(f"没有打成 {options.out}：{reason(error)}。", file=sys.stderr)
        return 1
    print(f"已打好：{options.out}，共 {count} 个文件。\nSHA-256：{digest}")
    return 0


def changed_since(marker: Path, sources: Iterable[Path]) -> Path | None:
    """`sources` 里头一个比 `marker` 新的文件或文件夹（删过东西的）；都旧的为 None。"""
    built = marker.stat().st_mtime_ns if marker.exists() else 0
    paths = (path for folder in sources for path in (folder, *sorted(folder.rglob("*"))))
    return next((path for path in paths if path.stat().st_mtime_ns > built), None)


def _pack(site: Path, out: Path) -> tuple[int, str]:
    """打成一包，旁边写上校验值；返回网站的文件数和这一包的 SHA-256。"""
    draft = out.with_name(f".{out.name}.tmp")
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            count = _fill(archive, site)
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    write_bytes(out.with_name(f"{out.name}.sha256"), f"{digest}  {out.name}\n".encode())
    return count, digest


def _fill(archive: zipfile.ZipFile, site: Path) -> int:
    """放进全部文件、校验值与说明，返回网站的文件数。"""
    sums = []
    paths = list(_files(site))
    crew = replace(Workforce.of_this_machine(), processes=1)  # 压缩包只能一个进程写
    for path in crew.each("打包", paths.__getitem__, len(paths)):
        name, data = f"{FOLDER}/{path.relative_to(site).as_posix()}", path.read_bytes()
        sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
        _add(archive, name, data)
    _add(archive, SUMS, "".join(sums).encode())
    guide = Path(__file__).with_name("package_readme.txt").read_text(encoding="utf-8")
    _add(archive, GUIDE, guide.replace("\n", "\r\n").encode("utf-8-sig"))
    return len(sums)


def _files(site: Path) -> Iterator[Path]:
    files = (path for path in site.rglob("*") if path.is_file())
    visible = (
        p for p in files if not any(part.startswith(".") for part in p.relative_to(site).parts)
    )
    return iter(sorted(visible, key=lambda path: path.relative_to(site).as_posix()))


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """时间、权限都写死，字节才不随机器变。"""
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type, info.external_attr, info.create_system = (
        zipfile.ZIP_DEFLATED,
        REGULAR_FILE,
        3,
    )
    archive.writestr(info, data)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
