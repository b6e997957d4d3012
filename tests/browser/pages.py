"""测试要看的页面：每种一页。"""

HOME = "index.html"
GUIDE = "guides/straw-burning.html"
CASE = "cases/2025-001.html"
NEWS = "news/index.html"

PAGES = (
    HOME,
    "guides/index.html",
    GUIDE,
    "cases/index.html",
    CASE,
    NEWS,
    "news/2025-001.html",
    "report/2025.html",
    "remedies.html",
    "words.html",
    "ask.html",
    "data.html",
    "404.html",
)
