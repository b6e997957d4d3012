// 从文件夹里直接打开网页（file://）时，浏览器不许建 Worker。这里用一个看不见的 iframe 代替它，
// 使 Material 的搜索照常可用；名字 IFrameWorker 是 Material 认得的。放在网站上时用不着这份程序。
window.IFrameWorker = window.Worker = class extends EventTarget {
  constructor(url) {
    super()
    const frame = document.createElement("iframe")
    frame.hidden = true
    document.body.append(frame)
    const room = frame.contentWindow
    this.started = new Promise(function (resolve) { frame.onload = resolve })
    this.room = room
    room.document.open()
    room.document.write("<!doctype html><body></body>")
    room.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
    room.importScripts = (...urls) => urls.reduce((before, next) => before.then(() => load(room.document, next)), Promise.resolve())
    room.document.body.append(Object.assign(room.document.createElement("script"), { src: url }))
    room.document.close()
  }

  postMessage(data) {
    this.started.then(() => this.room.dispatchEvent(new MessageEvent("message", { data })))
  }
}

function load(page, url) {
  return new Promise(function (resolve, reject) {
    const script = page.createElement("script")
    script.src = url
    script.onload = resolve
    script.onerror = reject
    page.body.append(script)
  })
}
