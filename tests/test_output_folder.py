"""生成物的去处：只换掉自己的网站，别人的文件一个不动，失败时旧网站原样。"""

import output_folder
import pytest
from environment import ROOT
from output_folder import MARKER, OutputProblem, check_output, replace_when_built


def make_site(text: str):
    """一个假的生成函数：写一页首页，成功。"""

    def build(draft):
        draft.mkdir()
        (draft / "index.html").write_text(text, encoding="utf-8")
        return 0

    return build


def names_in(folder) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_new_empty_and_former_site_folders_are_accepted(tmp_path):
    out = tmp_path / "出版" / "网站"
    check_output(out)
    out.mkdir(parents=True)
    check_output(out)
    for text in ("第一次", "第二次"):
        assert replace_when_built(out, make_site(text)) == 0
        check_output(out)
        assert (out / "index.html").read_text("utf-8") == text
    assert names_in(out) == {"index.html", MARKER}
    assert names_in(out.parent) == {"网站"}


def test_files_of_others_are_named_and_kept(tmp_path):
    replace_when_built(tmp_path / "site", make_site("首页"))
    (tmp_path / "site" / "CNAME").touch()
    with pytest.raises(OutputProblem, match="CNAME"):
        check_output(tmp_path / "site")


def test_folder_without_marker_is_foreign(tmp_path):
    (tmp_path / "账本.xlsx").touch()
    with pytest.raises(OutputProblem, match=r"账本\.xlsx"):
        check_output(tmp_path)


def test_a_file_is_no_output_folder(tmp_path):
    (tmp_path / "site").touch()
    with pytest.raises(OutputProblem, match="那是一个文件"):
        check_output(tmp_path / "site")


@pytest.mark.parametrize("out", [ROOT, ROOT.parent, ROOT / "docs", ROOT / "cases_data" / "cases"])
def test_project_itself_is_never_an_output_folder(out):
    with pytest.raises(OutputProblem, match="项目自己的文件"):
        check_output(out)


def test_default_folder_may_hold_what_plain_mkdocs_left_there(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").touch()
    check_output(tmp_path / "site", root=tmp_path)


def test_failed_build_leaves_the_old_site_and_no_rubbish(tmp_path):
    out = tmp_path / "site"
    replace_when_built(out, make_site("旧"))

    def fail(draft):
        draft.mkdir()
        return 1

    assert replace_when_built(out, fail) == 1
    assert (out / "index.html").read_text("utf-8") == "旧"
    assert names_in(tmp_path) == {"site"}


def test_interrupted_build_leaves_the_old_site_and_no_rubbish(tmp_path):
    out = tmp_path / "site"
    replace_when_built(out, make_site("旧"))

    def interrupt(draft):
        draft.mkdir()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_when_built(out, interrupt)
    assert (out / "index.html").read_text("utf-8") == "旧"
    assert names_in(tmp_path) == {"site"}


def test_old_site_comes_back_when_the_new_one_cannot_take_its_place(tmp_path):
    out = tmp_path / "site"
    replace_when_built(out, make_site("旧"))
    with pytest.raises(OSError, match="new"):
        output_folder._swap(tmp_path / "new", out, tmp_path / "old")
    assert (out / "index.html").read_text("utf-8") == "旧"
