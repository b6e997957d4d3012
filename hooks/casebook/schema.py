"""给编辑器补全用的 JSON Schema：从记录模型写出，不另写一份。"""

import json
from typing import Any

from casebook.entries.entry import Entry
from casebook.loading import MODELS

FOLDER = ".vscode/schemas"


def schema_name(pattern: str) -> str:
    """某个位置的 Schema 文件名：`cases/*/*.yml` 对应 cases.schema.json。"""
    return pattern.split("/", maxsplit=1)[0].removesuffix(".yml") + ".schema.json"


def schema_text(model: type[Entry]) -> str:
    """一种记录的 JSON Schema，文字逐字稳定。"""
    schema = _tidy(model.model_json_schema(by_alias=True))
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", **schema}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_files() -> dict[str, str]:
    """（相对项目根的路径，内容）全部 Schema 与编辑器的对应表。"""
    return {f"{FOLDER}/{schema_name(where)}": schema_text(model) for where, model in MODELS.items()}


def yaml_schemas() -> dict[str, str]:
    """编辑器设置 `yaml.schemas`：哪个 Schema 管哪个位置。"""
    return {f"./{FOLDER}/{schema_name(where)}": f"cases_data/{where}" for where in MODELS}


def _tidy(node: Any) -> Any:
    """去掉 pydantic 由英文字段名造出的标题，悬停时只显示中文说明。"""
    if isinstance(node, dict):
        return {
            key: _tidy(value)
            for key, value in node.items()
            if not (key == "title" and isinstance(value, str))
        }
    return [_tidy(item) for item in node] if isinstance(node, list) else node
