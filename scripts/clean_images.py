"""clean-images 命令：去掉照片里的位置、相机、缩略图等附带信息；画面逐字节不变。"""

import sys
from collections.abc import Sequence
from pathlib import Path

from cli import MISUSE, command_parser
from environment import ROOT
from msgspec import Struct
from private_folder import open_vault

from casebook.checks.gate import make_gate
from casebook.editing.files import write_bytes
from casebook.failures import reason
from casebook.images.formats import SUFFIXES, carried_in, clean_image
from casebook.images.parts import BrokenImage
from casebook.workforce import Workforce

DESCRIPTION = """\
去掉照片里的拍摄位置、时间、相机、缩略图、XMP、IPTC 等附带信息。
画面是原来的压缩数据，一个字节也不变，不会变模糊；要转正的照片只留下方向。
不写文件就清理 docs 与 cases_data 里的全部照片。"""
EXAMPLES = ["", "cases_data/images/2025-003-field.jpg", "--check"]
FOLDERS = ("cases_data", "docs")


def main(argv: list[str]) -> int:
    """清理照片，返回退出码：0 都干净了，1 有读不懂的（或 --check 时有要清理的），2 用法不对。"""
    parser = command_parser("clean-images", DESCRIPTION, EXAMPLES)
    parser.add_argument("files", metavar="照片", nargs="*", type=Path, help="只清理这些照片")
    parser.add_argument("--check", action="store_true", help="只看哪些要清理，不改文件")
    options = parser.parse_args(argv)
    mask = make_gate(None, open_vault().known()).mask
    images = options.files or default_images()
    left = 0
    try:
        cleaning = Cleaning(images, check_only=options.check)
        for path, found in zip(
            images, Workforce.of_this_machine().each("清理", cleaning, len(images)), strict=True
        ):
            if found is None:
                print(f"{mask(str(path))}：残缺，或者不是 JPEG、PNG、WebP；请用看图软件另存一份。")
                left += 1
            elif found:
                print(f"{mask(str(path))}：{'带着' if options.check else '去掉了'}{found}")
                left += options.check
    except OSError as error:
        print(f"读写不了：{mask(str(error.filename))}（{reason(error)}）", file=sys.stderr)
        return MISUSE
    if not left:
        print("照片里都只有画面了。")
    return 1 if left else 0


class Cleaning(Struct, frozen=True):
    """逐张清理一批照片；`check_only` 只看不写。"""

    images: Sequence[Path]
    check_only: bool

    def __call__(self, index: int) -> str | None:
        """清理一张，返回原来带着什么（没有为空）；残缺、不认识的格式为 None。"""
        path = self.images[index]
        try:
            data = path.read_bytes()
            carried = carried_in(data)
            if carried and not self.check_only:
                write_bytes(path, clean_image(data))
        except BrokenImage:
            return None
        return carried or ""


def default_images() -> list[Path]:
    """docs 与 cases_data 里的全部照片。"""
    return [
        path
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix.lower() in SUFFIXES and path.is_file()
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
