// 「我这样做违法吗」的输入框：打了字才取这份程序和案由表；边写边给最像的几件事和回答，回车就去看。
// 认得出是哪件事，靠站内搜索（search.js）；一件也不像，就交给全站搜索。
(function (doc) {
  "use strict"
  const MOST = 3
  const form = doc.getElementById("cb-ask"), input = form.querySelector("input")
  const list = form.querySelector("ol"), status = form.querySelector("[role=status]")
  const base = new URL("../", doc.currentScript.src)

  let loading = null
  function search() {
    if (!loading) loading = window.casebookSearch && casebookSearch.guess ? Promise.resolve() : new Promise((resolve, reject) => {
      const script = doc.createElement("script")
      script.src = new URL("assets/search.js", base)
      script.onload = resolve
      script.onerror = () => { script.remove(); loading = null; reject(new Error("search.js")) }
      doc.head.append(script)
    })
    return loading
  }
  function row(topic) {
    const item = doc.createElement("li"), link = doc.createElement("a"), answer = doc.createElement("p")
    link.href = new URL(topic.address, base)
    link.textContent = topic.title
    answer.textContent = topic.answer
    item.append(link, answer)
    return item
  }
  async function guesses() {
    await search()
    return (await casebookSearch.guess(input.value)).slice(0, MOST)
  }
  const broken = () => { status.textContent = "网络不通，没取到要的文件。从下面挑一件，或者打 12345 问。" }

  let turn = 0
  async function show() {
    const mine = ++turn
    if (!input.value.trim()) { list.replaceChildren(); status.textContent = ""; return }
    const found = await guesses()
    if (mine !== turn) return
    list.replaceChildren(...found.map(row))
    status.textContent = found.length ? `像是“${found[0].title}”。按“看回答”，或者从下面点。` : "还认不出是哪件事，再说细一点；按“看回答”就在全站里找。"
  }
  async function go() {
    if (!input.value.trim()) return input.focus()
    const [best] = await guesses()
    if (best) { location.href = new URL(best.address, base); return }
    const box = doc.getElementById("cb-search")
    doc.getElementById("cb-find").click()
    box.querySelector("input").value = input.value
    box.querySelector("form").requestSubmit()
  }

  let typing = 0
  input.oninput = event => {
    clearTimeout(typing)
    if (!event.isComposing) typing = setTimeout(() => show().catch(broken), 300)
  }
  input.addEventListener("compositionend", () => input.oninput({}))
  form.onsubmit = () => { clearTimeout(typing); turn++; go().catch(broken); return false }
  if (form.dataset.asked) form.onsubmit()
  else input.oninput({})
})(document)
