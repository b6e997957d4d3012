"""一篇文章在各渠道的全部文字：公众号、广播、横幅、短视频、纯文本。图和海报另做。"""

from msgspec import Struct

from casebook.channels.banner import banner_text
from casebook.channels.broadcast import broadcast_text
from casebook.channels.digest import digest
from casebook.channels.edition import Edition
from casebook.channels.plain import plain_text
from casebook.channels.script import build_script
from casebook.channels.subtitles import srt_text
from casebook.channels.video import Video, build_video, video_script
from casebook.channels.wechat import WechatRenderer


class Texts(Struct, frozen=True):
    """各渠道的文字；`html` 与 `body` 是公众号正文的两种样子，`film` 是脚本和字幕所从出的短视频。"""

    title: str
    digest: str
    html: str
    body: str
    plain: str
    broadcast: str
    banner: str
    video: str
    subtitles: str
    film: Video

    def files(self) -> dict[str, str]:
        """（文件名，内容）。"""
        return {
            "title.txt": self.title + "\n",
            "digest.txt": self.digest + "\n",
            "wechat.html": self.html,
            "wechat.txt": self.body + "\n",
            "plain.txt": self.plain,
            "broadcast.txt": self.broadcast,
            "banner.txt": self.banner,
            "video-script.md": self.video,
            "video.srt": self.subtitles,
        }


def build_texts(edition: Edition, renderer: WechatRenderer) -> Texts:
    """写出一篇文章在各渠道的文字。"""
    script = build_script(edition)
    film = build_video(script)
    body = renderer.body(edition)
    return Texts(
        title=edition.title,
        digest=digest(edition),
        html=body.html,
        body=body.text,
        plain=plain_text(edition, body.text),
        broadcast=broadcast_text(edition, script),
        banner=banner_text(edition),
        video=video_script(edition, film),
        subtitles=srt_text(film.captions),
        film=film,
    )
