"""编辑器补全：Schema 由模型写出，提交的必须是最新的；项目自带的记录都合乎它。"""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from casebook.loading import MODELS
from casebook.schema import schema_files, schema_name, yaml_schemas

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", sorted(schema_files()))
def test_the_committed_schema_is_current(name: str) -> None:
    committed = (ROOT / name).read_text(encoding="utf-8")
    assert committed == schema_files()[name], "请运行 python3 scripts/manage.py schema"


def test_the_editor_settings_are_current() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == yaml_schemas()


class _TextDates(yaml.SafeLoader):
    """像编辑器那样把日期当文字。"""


_TextDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("where", sorted(MODELS))
def test_shipped_records_satisfy_their_schema(where: str) -> None:
    schema = json.loads((ROOT / ".vscode/schemas" / schema_name(where)).read_text(encoding="utf-8"))
    paths = sorted((ROOT / "cases_data").glob(where))
    assert paths or where == "calendar/*.yml"  # 库里没有的年份才要补
    for path in paths:
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=_TextDates)
        blank_free = {key: value for key, value in record.items() if value is not None}
        errors = list(jsonschema.Draft7Validator(schema).iter_errors(blank_free))
        assert not errors, f"{path.name}: {errors[0].message}"


def test_every_key_is_explained_in_chinese() -> None:
    for where, text in schema_files().items():
        for key, field in json.loads(text)["properties"].items():
            assert field.get("description") or "$ref" in json.dumps(field), f"{where} {key}"
