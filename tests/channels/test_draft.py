"""存草稿：先图后稿、再来一次不重复、出错说中文；对着一个守着文档上限和返回码的替身。"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from draft_ledger import DraftLedger
from msgspec.structs import replace
from PIL import Image
from wechat_api import WechatApi, WechatProblem
from wechat_draft import Desk, find_wrongs
from wechat_errors import ERRORS

from casebook.channels.edition import Edition
from casebook.channels.embedding import data_address
from casebook.channels.texts import Texts
from tests.channels.stand_in import APP_ID, SECRET, Account, serve
from tests.workbench import run_manage

COVER = b"\x89PNG cover"


@dataclass
class Scene:
    """替身、接口和桌子。"""

    account: Account
    address: str
    desk: Desk
    pauses: list[float]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    account = Account()
    pauses: list[float] = []
    with serve(account) as address:
        api = WechatApi(APP_ID, SECRET, address, pause=pauses.append)
        yield Scene(account, address, Desk(api, DraftLedger(APP_ID, tmp_path)), pauses)


@pytest.fixture
def edition(by_id: dict[str, Edition]) -> Edition:
    return by_id["2025-001"]


@pytest.fixture
def made(texts: dict[str, Texts]) -> Texts:
    return texts["2025-001"]


def test_pictures_and_cover_go_before_the_draft(
    scene: Scene, edition: Edition, made: Texts
) -> None:
    assert scene.desk.save(edition, made, COVER) == "草稿已存进草稿箱。"
    assert scene.account.calls == [
        "stable_token",
        "media/uploadimg",
        "material/add_material",
        "draft/add",
    ]
    [draft] = scene.account.drafts.values()
    assert draft["title"] == edition.title
    assert draft["digest"] == made.digest
    assert draft["content_source_url"] == edition.url
    assert "data:image" not in draft["content"]
    assert re.sub('src="[^"]*"', "", draft["content"]) == re.sub('src="[^"]*"', "", made.html)


def test_a_photo_is_uploaded_first_and_only_once(
    scene: Scene, edition: Edition, made: Texts
) -> None:
    """正文里的照片是 JPEG：先传到图床，短讯和解读用同一张也只传一次。"""
    photo = Image.effect_noise((64, 48), 60).convert("RGB")
    stream = io.BytesIO()
    photo.save(stream, "JPEG")
    image = f'<img src="{data_address(stream.getvalue(), "jpeg")}" alt="地头" data-w="64">'
    pictured = replace(made, html=made.html.replace("</p>", f"{image}</p>", 1))
    scene.desk.save(edition, pictured, COVER)
    other = replace(edition, article=replace(edition.article, address="news/2025-001.html"))
    scene.desk.save(other, pictured, COVER)
    assert scene.account.pictures.count(stream.getvalue()) == 1
    assert scene.account.calls.index("media/uploadimg") < scene.account.calls.index("draft/add")
    assert all("data:image" not in draft["content"] for draft in scene.account.drafts.values())


def test_a_second_run_uploads_nothing(scene: Scene, edition: Edition, made: Texts) -> None:
    scene.desk.save(edition, made, COVER)
    scene.account.calls.clear()
    assert "没有再传" in scene.desk.save(edition, made, COVER)
    assert scene.account.calls == ["draft/get"]
    assert len(scene.account.drafts) == 1


def test_a_changed_article_updates_its_draft(scene: Scene, edition: Edition, made: Texts) -> None:
    scene.desk.save(edition, made, COVER)
    changed = replace(made, digest="新的摘要。")
    assert "已更新" in scene.desk.save(edition, changed, COVER)
    [draft] = scene.account.drafts.values()
    assert draft["digest"] == "新的摘要。"
    assert len(scene.account.pictures) == len(scene.account.covers) == 1


def test_a_draft_deleted_by_hand_is_added_again(
    scene: Scene, edition: Edition, made: Texts
) -> None:
    scene.desk.save(edition, made, COVER)
    scene.account.drafts.clear()
    assert scene.desk.save(edition, made, COVER) == "草稿已存进草稿箱。"
    assert len(scene.account.drafts) == 1


def test_a_cover_deleted_by_hand_is_uploaded_again(
    scene: Scene, edition: Edition, made: Texts
) -> None:
    scene.desk.save(edition, made, COVER)
    scene.account.drafts.clear()
    scene.account.covers.clear()
    scene.desk.save(edition, made, COVER)
    assert len(scene.account.covers) == len(scene.account.drafts) == 1


def test_an_interrupted_run_keeps_what_was_done(
    scene: Scene, edition: Edition, made: Texts
) -> None:
    scene.account.fail["draft/add"] = [45009]
    with pytest.raises(WechatProblem, match="次数用完"):
        scene.desk.save(edition, made, COVER)
    scene.desk.save(edition, made, COVER)
    assert len(scene.account.pictures) == len(scene.account.covers) == 1


def test_an_expired_token_is_renewed_once(scene: Scene, edition: Edition, made: Texts) -> None:
    scene.desk.save(edition, made, COVER)
    scene.account.expired.add("token-1")
    scene.desk.save(edition, replace(made, digest="换一句。"), COVER)
    assert scene.account.tokens == 2


def test_a_busy_server_is_asked_again(scene: Scene, edition: Edition, made: Texts) -> None:
    scene.account.fail["draft/add"] = [-1, 45011]
    scene.desk.save(edition, made, COVER)
    assert len(scene.pauses) == 2
    assert len(scene.account.drafts) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": "长" * 33}, 45003),
        ({"digest": "长" * 129}, 45004),
        ({"html": "<p>" + "长" * 20_000 + "</p>"}, 45008),
        ({"html": '<p><img src="https://example.com/a.png"></p>'}, 45166),
    ],
)
def test_the_limits_are_enforced_and_told_in_chinese(
    scene: Scene, edition: Edition, made: Texts, changes: dict[str, str], code: int
) -> None:
    with pytest.raises(WechatProblem) as caught:
        scene.desk.save(edition, replace(made, **changes), COVER)
    assert caught.value.code == code
    assert ERRORS[code] in str(caught.value)


def inline(style: str, content: bytes) -> dict[str, str]:
    """正文里有这样一张图。"""
    return {"html": f'<p><img src="{data_address(content, style)}" alt="图" data-w="9"></p>'}


@pytest.mark.parametrize(
    ("changes", "cover", "words"),
    [
        (inline("png", b"\x89PNG" + bytes(1_000_000)), COVER, "图片太大"),
        (inline("jpeg", b"GIF89a"), COVER, "图片的格式不对"),
        ({}, b"\x89PNG" + bytes(10_000_000), "图片太大"),
        ({}, b"GIF89a", "图片的格式不对"),
        ({}, b"", "图片是空的"),
    ],
)
def test_pictures_and_covers_have_limits_too(
    scene: Scene,
    edition: Edition,
    made: Texts,
    changes: dict[str, str],
    cover: bytes,
    words: str,
) -> None:
    with pytest.raises(WechatProblem, match=words):
        scene.desk.save(edition, replace(made, **changes), cover)
    assert not scene.account.drafts


def test_an_author_too_long_is_refused(scene: Scene, edition: Edition, made: Texts) -> None:
    town = edition.town.model_copy(update={"name": "长" * 17})
    with pytest.raises(WechatProblem, match="作者太长"):
        scene.desk.save(replace(edition, town=town), made, COVER)


@pytest.mark.parametrize("step", ["stable_token", "media/uploadimg", "material/add_material"])
def test_a_refusal_at_any_step_stops_before_the_draft(
    step: str, scene: Scene, edition: Edition, made: Texts
) -> None:
    scene.account.fail[step] = [40164]
    with pytest.raises(WechatProblem, match="白名单"):
        scene.desk.save(edition, made, COVER)
    assert not scene.account.drafts


def test_a_source_address_too_long_is_refused(scene: Scene, edition: Edition, made: Texts) -> None:
    with pytest.raises(WechatProblem, match="原文网址太长"):
        scene.desk.save(replace(edition, url="https://a.cn/" + "x" * 1024), made, COVER)


@pytest.mark.parametrize("code", sorted(ERRORS))
def test_every_code_is_explained_in_chinese(
    code: int, scene: Scene, edition: Edition, made: Texts
) -> None:
    scene.account.fail["draft/add"] = [code] * 3
    with pytest.raises(WechatProblem) as caught:
        scene.desk.save(edition, made, COVER)
    message = str(caught.value)
    assert str(code) in message
    assert re.search("[\u4e00-\u9fff]{4}", message)
    assert SECRET not in message
    assert "token-" not in message


def test_an_unknown_code_still_says_its_number(scene: Scene, edition: Edition, made: Texts) -> None:
    scene.account.fail["draft/add"] = [99999]
    with pytest.raises(WechatProblem, match=r"99999.*不认识"):
        scene.desk.save(edition, made, COVER)


def test_wrong_secrets_nonsense_and_silence_are_told_apart(
    scene: Scene, edition: Edition, made: Texts, tmp_path: Path
) -> None:
    ledger = DraftLedger("other", tmp_path)
    wrong = Desk(WechatApi(APP_ID, "wrong", scene.address), ledger)
    with pytest.raises(WechatProblem, match="AppSecret 不对"):
        wrong.save(edition, made, COVER)
    nobody = Desk(WechatApi(APP_ID, SECRET, "http://127.0.0.1:9"), ledger)
    with pytest.raises(WechatProblem, match="连不上"):
        nobody.save(edition, made, COVER)
    scene.account.broken = True
    with pytest.raises(WechatProblem, match="看不懂"):
        scene.desk.save(edition, made, COVER)


def test_a_damaged_ledger_starts_afresh(tmp_path: Path) -> None:
    ledger = DraftLedger(APP_ID, tmp_path)
    ledger.keep_cover(COVER, "cover-1")
    [path] = tmp_path.iterdir()
    path.write_text("{", encoding="utf-8")
    assert DraftLedger(APP_ID, tmp_path).cover(COVER) is None


def test_an_article_against_the_rules_is_not_sent(edition: Edition, made: Texts) -> None:
    assert not list(find_wrongs(edition, made))
    broken = replace(made, html=made.html.replace("<strong>", '<strong class="x">'))
    assert any("class" in wrong for wrong in find_wrongs(edition, broken))


def test_the_command_rehearses_without_keys_and_sends_with_them() -> None:
    rehearsal = run_manage("wechat-draft", "2025-001")
    assert rehearsal.returncode == 0
    assert "试走，没有联网" in rehearsal.stdout
    assert run_manage("wechat-draft", "2025-001", "--send", WECHAT_APPID="").returncode == 2
    assert run_manage("wechat-draft", "no-such").returncode == 2
    account = Account()
    with serve(account) as address:
        keys = {"WECHAT_APPID": APP_ID, "WECHAT_APPSECRET": SECRET, "WECHAT_API": address}
        sent = run_manage("wechat-draft", "2025-001", "--send", **keys)
        assert sent.returncode == 0, sent.stderr
        again = run_manage("wechat-draft", "2025-001", "--send", **keys)
    assert "没有再传" in again.stdout
    assert len(account.drafts) == 1
    assert SECRET not in sent.stdout + sent.stderr
