"""schema 命令：从记录模型写出 JSON Schema，编辑器据此补全中文键。"""

import json
import sys
from pathlib import Path

from cli import command_parser
from environment import ROOT

from casebook.schema import schema_files, yaml_schemas


def main(argv: list[str]) -> int:
    """写出全部 Schema 与编辑器设置；--check 只核对，返回 1 表示不是最新。"""
    parser = command_parser("schema", "写出编辑器补全用的数据格式。", ["", "--check"])
    parser.add_argument("--check", action="store_true", help="只核对是否最新，不写文件")
    options = parser.parse_args(argv)

    files = {ROOT / name: text for name, text in schema_files().items()}
    files[ROOT / ".vscode" / "settings.json"] = settings_text(ROOT / ".vscode" / "settings.json")
    stale = [path for path, text in files.items() if not is_current(path, text)]
    if options.check:
        for path in stale:
            print(f"不是最新：{path.relative_to(ROOT)}，请运行 python3 scripts/manage.py schema")
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8", newline="\n")
        print(f"已写出：{path.relative_to(ROOT)}")
    if not stale:
        print("都是最新的。")
    return 0


def settings_text(path: Path) -> str:
    """编辑器设置：只更新 yaml.schemas 一项，其余照旧。"""
    settings = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    settings["yaml.schemas"] = yaml_schemas()
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def is_current(path: Path, text: str) -> bool:
    """文件内容是否已是 `text`。"""
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
