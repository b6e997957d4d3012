"""写草稿要对照的两样东西：登记了哪些案由（和它们的别名），法规登记册里有哪些条款。"""

from datetime import date
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from casebook.entries.entry import Entry, Loaded, read_entry
from casebook.law.citations import Citation, CitationError, parse_citations
from casebook.law.register import Register
from casebook.law.statutes import Statute
from casebook.records.matter import Matter
from casebook.records.public_lines import PublicLines
from casebook.records.town import Town
from casebook.source.reading import read_source

E = TypeVar("E", bound=Entry)


class Registry(Struct, frozen=True):
    """案由的各种叫法（长的在前）、法规登记册、本镇资料。"""

    matters: tuple[tuple[str, str], ...]
    register: Register
    town: Town | None

    @property
    def public_lines(self) -> PublicLines | None:
        """本镇公开的号码，隐私门照放。"""
        return self.town.public_lines if self.town else None

    def matter(self, text: str) -> str | None:
        """台账里的写法对应哪个登记的案由；“涉嫌露天焚烧秸秆案”也认得。"""
        plain = "".join(text.split())
        return next((name for called, name in self.matters if called in plain), None)

    def citations(self, text: str, day: date | None) -> tuple[Citation, ...] | None:
        """台账里引用的条款；有一处读不懂或没有登记就是 None。"""
        try:
            citations = parse_citations(text)
        except CitationError:
            return None
        resolved = [self.register.resolve(citation, day) for citation in citations]
        return citations if resolved and all(found.found for found in resolved) else None


def read_registry(directory: Path) -> Registry:
    """从数据目录读出；只读案由、法规与本镇资料，不读案件。读不成的文件略过，check 会报。"""
    calls: dict[str, str] = {}
    for matter in _read_all(directory, "matters/*.yml", Matter):
        value = matter.value
        for called in (value.name, value.formal_name, *value.aliases):
            if called:
                calls.setdefault(called, value.name)
    towns = _read_all(directory, "town.yml", Town)
    return Registry(
        tuple(sorted(calls.items(), key=lambda pair: -len(pair[0]))),
        Register(_read_all(directory, "statutes/*.yml", Statute)),
        towns[0].value if towns else None,
    )


def _read_all(directory: Path, pattern: str, model: type[E]) -> list[Loaded[E]]:
    sources = (read_source(path, path.name) for path in sorted(directory.glob(pattern)))
    return [loaded for source in sources if (loaded := read_entry(model, source)) is not None]
