"""各室只朝一个方向依赖：核心不碰 MkDocs，没有圈，没有叫 utils 的杂物间。"""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

HOOKS = Path(__file__).resolve().parents[1] / "hooks"
CORE = HOOKS / "casebook"

# 从底到顶。同一层之内可以互相依赖（仍不许成圈），不许依赖上面的层。
LAYERS = (
    {
        "codes",
        "problems",
        "failures",
        "privacy",
        "timing",
        "workforce",
        "preview",
        "watching",
        "templating",
    },
    {"source", "report", "vault", "images"},
    {"entries"},
    {"law"},
    {"records"},
    {"book", "tally", "annual_table", "lawtext", "article"},
    {"checks"},
    {"memory"},
    {"imprint"},
    {"sheets", "pages"},
    {"render"},
    {"channels"},
    {"loading"},
    {"examination"},
    {"editing"},
    {"inspection", "schema", "ledger", "search", "releases"},
    {"frame"},
    {"publishing"},
    {"agenda", "agenda_files", "annual_draft"},
    {"desk"},
)
MAX_LINES = 260


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(CORE.rglob("*.py")):
        parts = path.relative_to(HOOKS).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path, module: str) -> Iterator[str]:
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1]
            origin = ".".join([*(base if node.level else []), *filter(None, [node.module])])
            yield origin
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def room(module: str) -> str:
    return module.split(".")[1]


def test_mkdocs_is_imported_in_one_file_only() -> None:
    importers = {
        path.relative_to(HOOKS).as_posix()
        for path in HOOKS.rglob("*.py")
        if any(name.split(".")[0] == "mkdocs" for name in imports(path, ""))
    }
    assert importers == {"mkdocs_hooks.py"}


def test_no_module_depends_in_a_circle() -> None:
    known = modules()
    graph = {
        module: {name for name in imports(path, module) if name in known and name != module}
        for module, path in known.items()
        if path.name != "__init__.py"
    }
    TopologicalSorter(graph).prepare()


def test_rooms_depend_downwards_only() -> None:
    height = {name: level for level, names in enumerate(LAYERS) for name in names}
    wrong = [
        f"{module} 依赖了上面的 {name}"
        for module, path in modules().items()
        if module != "casebook"
        for name in imports(path, module)
        if name.startswith("casebook.") and height[room(name)] > height[room(module)]
    ]
    assert not wrong


def test_every_room_has_its_layer() -> None:
    rooms = {room(module) for module in modules() if module != "casebook"}
    assert rooms == set().union(*LAYERS)


def test_no_room_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "misc", "common", "shared"}
    assert not [module for module in modules() if module.split(".")[-1] in drawers]


def test_files_stay_small() -> None:
    long = {
        path.relative_to(HOOKS).as_posix(): count
        for path in HOOKS.rglob("*.py")
        if (count := path.read_text(encoding="utf-8").count("\n")) > MAX_LINES
    }
    assert not long
