"""读官方法规文本：把下载来的 docx、txt、Markdown 读成条、款、项的骨架。"""
