// 「复制到公众号」：点开才取这一篇的内容；复制出来的与文件逐字节相同。
// 次序：copy 事件（https、http、file:// 都行），再剪贴板接口，再请人按 Ctrl+C。
(function (doc) {
  "use strict"
  const panel = doc.querySelector("details.cb-kit")
  let kit, status, armed

  const PANEL = `
<style>
.cb-kit section { margin-block: 1rem; padding-block-start: .6rem; border-block-start: 1px solid var(--edge); }
.cb-kit h3 { margin: 0 0 .4rem; }
.cb-kit-row { display: grid; grid-template-columns: 1fr auto; gap: .2rem .8rem; align-items: start; margin-block-end: .8rem; }
.cb-kit-row p { margin: 0; overflow-wrap: anywhere; }
.cb-kit-row small { grid-column: 1; color: var(--soft); }
.cb-kit button { min-block-size: 44px; padding: .2rem .9rem; border: 1px solid var(--pine); border-radius: 4px; background: var(--sheet); color: var(--pine); cursor: pointer; }
.cb-kit button[data-field=body] { background: var(--pine); color: var(--sheet); font-weight: 700; }
.cb-kit button:disabled { border-color: var(--edge); color: var(--soft); cursor: default; }
.cb-kit [aria-pressed=true] { background: var(--wash); font-weight: 700; }
.cb-kit [role=status] { position: sticky; inset-block-start: 0; z-index: 1; margin: 0; background: var(--wash); }
.cb-kit [role=status]:not(:empty) { padding: .4rem .6rem; }
.cb-kit textarea { inline-size: 100%; min-block-size: 9rem; padding: .5rem; border: 1px solid var(--line); background: var(--sheet); color: var(--ink); font: inherit; font-size: .85rem; line-height: 1.7; }
.cb-kit-over { font-weight: 700; text-decoration: underline wavy; }
.cb-kit-phone { inline-size: min(375px, 100%); block-size: 560px; margin-block-start: .6rem; overflow: auto; border: 1px solid var(--line); border-radius: 18px; }
</style>
<p role="status" aria-live="polite"></p>
<section aria-labelledby="cb-kit-wechat"><h3 id="cb-kit-wechat">公众号</h3>
<p>先把标题、摘要、原文网址填进后台各栏，再复制正文，到正文里按 Ctrl+V。</p>
<div data-rows></div>
<p>封面：<span data-covers></span></p>
<p>手机上的样子：<button type="button" data-mode="light">浅色</button> <button type="button" data-mode="dark">深色</button></p>
<div class="cb-kit-phone" role="region" tabindex="0" aria-label="手机预览"></div>
</section>
<div data-texts></div>
<section><h3>海报和整包文件</h3><p>在装了本项目的电脑上运行：<code></code></p></section>`

  function say(words) {
    status.textContent = ""
    setTimeout(() => { status.textContent = words }, 50) // 先清空，同样的话读屏也会再念一遍
  }
  function fill(event, text, html) {
    event.clipboardData.setData("text/plain", text)
    if (html) event.clipboardData.setData("text/html", html)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  // 有的浏览器没有选中文字就不发 copy 事件，所以先选一小段，事后放回。
  function byEvent(text, html) {
    let done = false
    const put = event => { fill(event, text, html); done = true }
    const selection = getSelection()
    const before = selection.rangeCount ? selection.getRangeAt(0) : null
    const range = doc.createRange()
    range.selectNodeContents(panel.querySelector("summary"))
    selection.removeAllRanges()
    selection.addRange(range)
    doc.addEventListener("copy", put, true)
    try { doc.execCommand("copy") } catch { /* 下面还有别的办法 */ }
    doc.removeEventListener("copy", put, true)
    selection.removeAllRanges()
    if (before) selection.addRange(before)
    return done
  }
  async function byInterface(text, html) {
    const kinds = { "text/plain": text, ...(html && { "text/html": html }) }
    const parts = Object.entries(kinds).map(([type, data]) => [type, new Blob([data], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))])
  }
  // 都不行：选中看得见的一段，等人按 Ctrl+C；按下时放进剪贴板的仍是原样的内容。
  function byHand(text, html, label) {
    doc.removeEventListener("copy", armed, true)
    armed = event => { fill(event, text, html); say(label + "已复制。") }
    doc.addEventListener("copy", armed, { capture: true, once: true })
    getSelection().selectAllChildren(status)
    say("浏览器不让自动复制，请按 Ctrl+C（苹果电脑按 ⌘C）。")
  }
  async function copy(name, label) {
    const text = kit.fields[name].text, html = name === "body" ? kit.html : ""
    if (!byEvent(text, html)) {
      try { await byInterface(text, html) } catch { return byHand(text, html, label) }
    }
    say(label + "已复制。" + (html ? "到公众号后台的正文里按 Ctrl+V。" : ""))
  }

  function show(mode) {
    const phone = panel.querySelector(".cb-kit-phone")
    const root = phone.shadowRoot || phone.attachShadow({ mode: "open" })
    const dark = mode === "dark"
    const colors = dark ? kit.dark : {}
    const body = kit.html.replace(/#[0-9a-f]{6}/g, color => colors[color] || color)
    root.innerHTML = "<div style=\"padding:16px;font:17px/1.6 sans-serif;overflow-wrap:break-word\"></div>"
    root.firstChild.innerHTML = body
    root.firstChild.style.color = dark ? "#a3a3a3" : "#191919"
    phone.style.background = dark ? "#191919" : "#fff"
    panel.querySelectorAll("[data-mode]").forEach(
      button => button.setAttribute("aria-pressed", String(button.dataset.mode === mode)))
  }

  function download(plan, name) {
    const canvas = Object.assign(doc.createElement("canvas"), { width: plan.width, height: plan.height })
    const pen = canvas.getContext("2d")
    for (const [x, y, width, height, color] of plan.boxes) {
      pen.fillStyle = color
      pen.fillRect(x, y, width, height)
    }
    pen.textAlign = "center"
    pen.textBaseline = "top"
    for (const [words, x, y, size, color, weight] of plan.words) {
      pen.font = weight + " " + size + "px \"Noto Sans CJK SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif"
      pen.fillStyle = color
      pen.fillText(words, x, y, plan.room)
    }
    Object.assign(doc.createElement("a"), { href: canvas.toDataURL("image/png"), download: name }).click()
    say("封面已下载：" + name)
  }

  function press(event) {
    const button = event.target.closest("button")
    if (!button) return
    const { field, mode, cover, name } = button.dataset
    if (field) copy(field, button.textContent.replace("复制", ""))
    if (mode) show(mode)
    if (cover) download(JSON.parse(cover), name)
  }

  function add(parent, tag, properties, ...children) {
    const made = Object.assign(doc.createElement(tag), properties)
    made.append(...children)
    parent.append(made)
    return made
  }
  function addButton(parent, words, data, properties) {
    Object.assign(add(parent, "button", { type: "button", textContent: words, ...properties }).dataset, data)
  }
  function addRow(parent, name, { label, text, note, over }) {
    const row = add(parent, "div", { className: "cb-kit-row" })
    add(row, "p", {}, add(row, "strong", { textContent: label + "　" }), name === "body" ? "" : text)
    addButton(row, "复制" + label, { field: name }, { disabled: !text })
    add(row, "small", { textContent: note, className: over ? "cb-kit-over" : "" })
  }
  function addText(parent, name, { label, text }) {
    const section = add(parent, "section", {})
    const heading = add(section, "h3", { textContent: label, id: "cb-kit-" + name })
    add(section, "textarea", { readOnly: true, value: text }).setAttribute("aria-labelledby", heading.id)
    addButton(section, "复制" + label, { field: name })
  }

  window.casebookKit = function (content) {
    kit = content
    const inside = add(panel, "div", { innerHTML: PANEL })
    status = inside.querySelector("[role=status]")
    const rows = inside.querySelector("[data-rows]"), texts = inside.querySelector("[data-texts]")
    for (const [name, field] of Object.entries(kit.fields)) {
      if (field.note !== undefined) addRow(rows, name, field)
      else if (field.text) addText(texts, name, field)
    }
    const covers = inside.querySelector("[data-covers]")
    for (const { label, name, plan } of kit.covers) {
      addButton(covers, "下载" + label, { name, cover: JSON.stringify(plan) })
      covers.append(" ")
    }
    inside.querySelector("code").textContent = "python3 scripts/manage.py channels " + kit.id
    inside.addEventListener("click", press)
    show("light")
    panel.dataset.ready = ""
  }
  const script = doc.createElement("script")
  script.src = panel.dataset.kit
  script.onerror = () => panel.insertAdjacentHTML("beforeend", "<p role=\"alert\">没有取到这一篇的内容，请刷新再试。</p>")
  doc.head.append(script)
})(document)
