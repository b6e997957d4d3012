"""站内搜索：生成时把文章拆成小份的静态索引，读者搜的时候只取用得着的几份，不要服务器。

文件都是 `.js`，用 `<script>` 取，所以放在任何子路径下、从文件夹里直接打开都能搜：

    search/start.js            casebookSearch.start({...})：分组、大事（topics）、虚词、份数
    search/words/1f.js         casebookSearch.words("1f", {"秸秆": "全文 标题", ...})
    search/matters/<案由>.js   casebookSearch.matter("<案由>", "全文")
    search/pages/<地址>.js     casebookSearch.page("<地址>", {...})：一篇的标题、标签、全文
    search/sounds.js           casebookSearch.sounds("a阿啊 ai哀…")：字的读音，只在别的都没找到时取

一个词条是两个相邻的字（标题里另有单字），归到第 (甲*31+乙) mod 份数 份，甲乙是两字的码位。
“全文”“标题”各是一串编号，写法见 `postings`；编号怎样得出地址，见 `numbering`。
"""
