"""测试要看的页面：每种一页。"""

HOME = "index.html"
GUIDE = "guides/straw-burning.html"
CASE = "cases/2025-001.html"
NEWS = "news/index.html"
REPORT = "report/2025.html"
ASK = "ask.html"
WITHDRAWN = "news/2025-020.html"
"""浏览器测试的那份数据里撤回了的一件，见 conftest.py。"""

PAGES = (
    HOME,
    "guides/index.html",
    GUIDE,
    "cases/index.html",
    CASE,
    NEWS,
    "news/year-2025.html",
    "news/matter-straw-burning.html",
    "news/2025-001.html",
    "news/2025-b01.html",
    WITHDRAWN,
    "report/index.html",
    REPORT,
    "remedies.html",
    "about.html",
    "words.html",
    ASK,
    "data.html",
    "404.html",
)
