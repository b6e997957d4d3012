// 站内搜索的读者端：点了“搜索”才取这份程序，搜的时候只取用得着的几份索引。
// 索引的格式见 hooks/casebook/search/__init__.py；tests/search/reader.py 是同样的办法，测试拿两边对照。
(function (doc) {
  "use strict"
  if (window.casebookSearch) return
  const MOST_GRAMS = 7, STANDING = 4, TOPIC = 12, RELATED = 3, FAINTEST = 0.3, PAGE = 6
  const OFTEN = 2, PURE = 0.25, CUE = 0.5, SHORT = 6
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  const base = new URL("../", doc.currentScript.src)

  // 取文件：<script> 在 file:// 下也能用 ------------------------------------------------
  const asked = new Map(), arrived = new Map()
  window.casebookSearch = {
    start: content => arrived.set("search/start.js", content),
    sounds: content => arrived.set("search/sounds.js", content),
    words: (key, content) => arrived.set(`search/words/${key}.js`, content),
    matter: (key, content) => arrived.set(`search/matters/${key}.js`, content),
    page: (address, content) => arrived.set(pageFile(address), content),
  }
  function pageFile(address) { return `search/pages/${address.replace(/\.html$/, "")}.js` }
  function take(file) {
    if (!asked.has(file)) asked.set(file, new Promise((resolve, reject) => {
      const script = doc.createElement("script")
      script.src = new URL(file, base)
      script.onload = () => { script.remove(); resolve(arrived.get(file)) }
      script.onerror = () => { script.remove(); asked.delete(file); reject(new Error(file)) }
      doc.head.append(script)
    }))
    return asked.get(file)
  }

  // 文字与编号 -----------------------------------------------------------------------
  function fold(text) { return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") }
  function pairs(text) {
    const letters = Array.from(text)
    return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => letters[i] + letter)
  }
  function shardOf(gram, shards) {
    const letters = Array.from(gram)
    const code = letters[0].codePointAt(0) * 31 + letters[letters.length - 1].codePointAt(0)
    return (code % shards).toString(16)
  }
  function readNumbers(text, each) {
    let at = 0, group = 0
    function next() {
      for (let value = 0, place = 1; ; place *= 32) {
        const digit = ALPHABET.indexOf(text[at++])
        value += digit % 32 * place
        if (digit < 32) return value
      }
    }
    while (at < text.length) {
      group += next()
      for (let left = next(), number = 0; left > 0; left--) each(group, number += next())
    }
  }
  function addressOf(start, group, number) {
    const one = start.groups[group]
    const name = one.digits ? String(number).padStart(one.digits, "0") : one.names[number]
    return `${one.stem}${name}.html`
  }

  // 听懂问话 -------------------------------------------------------------------------
  function partsOf(query) { return query.split(/[^\p{L}\p{N}]+/u).map(fold).filter(Boolean) }
  function withoutFillers(part, fillers) {
    const pieces = fillers.reduce((all, filler) => [].concat(...all.map(one => one.split(filler))), [part])
    const kept = pieces.filter(piece => Array.from(piece).length > 1)
    return kept.length ? kept : [part]
  }
  function wantedOf(query, start) {
    const pieces = [].concat(...partsOf(query).map(part => withoutFillers(part, start.fillers)))
    const grams = Array.from(new Set([].concat(...pieces.map(pairs))))
    return (grams.length > MOST_GRAMS ? grams.filter((_, i) => i % 2 === 0) : grams).slice(0, MOST_GRAMS)
  }
  function cover(say, whole, own) {
    if (whole.includes(say)) return say.length
    const theirs = pairs(say), shared = theirs.filter(pair => own.has(pair)).length
    return say.length > 1 && shared / theirs.length >= 0.5 ? shared / 2 : 0
  }
  function topicsOf(whole, start) {
    const own = new Set(pairs(whole)), found = new Map()
    for (const topic of start.topics) {
      let best = { score: 0 }
      for (const say of topic.says) {
        const score = cover(say, whole, own)
        if (score > best.score) best = { score, say, whole: whole.includes(say), topic }
      }
      if (best.score) found.set(topic.address, best)
    }
    return found
  }

  // 短的才照读音再认：长话里的字已经够认出是哪件事，不值得再取读音表。
  function mayBeMisspelt(query, start) { return keptOf(query, start).length <= SHORT || !cuesOf(query, start).size }
  function keptOf(query, start) {
    return Array.from([].concat(...partsOf(query).map(part => withoutFillers(part, start.fillers))).join(""))
  }
  // 单字的线索：一件事的说法里常用、别的事不常用的字（“烧”“卖”“盖”），各算一点分。
  function cuesOf(query, start) {
    const found = new Map()
    for (const letter of new Set(keptOf(query, start))) {
      const counts = start.topics.map(topic => topic.says.filter(say => say.includes(letter)).length)
      const total = counts.reduce((sum, count) => sum + count, 0)
      counts.forEach((count, i) => {
        if (count < OFTEN || count / total < PURE) return
        const address = start.topics[i].address
        found.set(address, (found.get(address) || 0) + CUE * count / total)
      })
    }
    return found
  }

  // 找 ------------------------------------------------------------------------------
  async function find(query) {
    const start = await take("search/start.js")
    let heard = null, topics = topicsOf(partsOf(query).join(""), start), grams = wantedOf(query, start)
    let scores = await scored(grams, start)
    if (!topics.size && !scores.exact.size && mayBeMisspelt(query, start)) {
      heard = await soundsLike(query, start)
      if (heard) {
        topics = topicsOf(heard.say, start)
        grams = wantedOf(heard.say, start)
        scores = await scored(grams, start)
      }
    }
    for (const [address, best] of topics) scores.add(address, TOPIC * best.score)
    for (const [address, points] of cuesOf(heard ? heard.say : query, start)) scores.add(address, TOPIC * points)
    const related = await relatedTo(topics, start)
    for (const address of related.keys()) scores.add(address, RELATED)
    return { start, query, heard, topics, related, grams, ranked: ranking(scores.all, start), exact: scores.exact }
  }
  // 只认是哪件事，不查全文：最像的在前，一件也不像就照读音再认一遍。
  async function guess(query) {
    const start = await take("search/start.js")
    let said = query, topics = topicsOf(partsOf(query).join(""), start)
    if (!topics.size && mayBeMisspelt(query, start)) {
      const heard = await soundsLike(query, start)
      if (heard) { said = heard.say; topics = topicsOf(said, start) }
    }
    const cues = cuesOf(said, start)
    return start.topics
      .map(topic => ({ topic, score: (topics.has(topic.address) ? topics.get(topic.address).score : 0) + (cues.get(topic.address) || 0) }))
      .filter(one => one.score >= CUE).sort((a, b) => b.score - a.score).map(one => one.topic)
  }
  // 说的正是某个案由：这个案由的案子也算找到。
  async function relatedTo(topics, start) {
    const meant = Array.from(topics.values()).filter(best => best.whole && best.topic.matter), found = new Map()
    const lists = await Promise.all(meant.map(best => take(`search/matters/${best.topic.matter}.js`)))
    lists.forEach((text, i) => readNumbers(text, (group, number) => {
      found.set(addressOf(start, group, number), meant[i].topic.title)
    }))
    return found
  }
  async function scored(grams, start) {
    const all = new Map(), counts = new Map()
    const shards = await Promise.all(grams.map(gram => take(`search/words/${shardOf(gram, start.shards)}.js`)))
    function add(address, weight) { all.set(address, (all.get(address) || 0) + weight) }
    grams.forEach((gram, i) => {
      const [whole, titled] = (shards[i][gram] || "").split(" "), places = []
      readNumbers(whole, (group, number) => places.push(addressOf(start, group, number)))
      const weight = Math.log(1 + start.count / (places.length || 1))
      for (const address of places) { add(address, weight); counts.set(address, (counts.get(address) || 0) + 1) }
      readNumbers(titled || "", (group, number) => add(addressOf(start, group, number), 2 * weight))
    })
    const exact = new Set(Array.from(counts.keys()).filter(address => counts.get(address) === grams.length))
    return { all, exact, add }
  }
  function ranking(scores, start) {
    for (const group of start.groups) for (const name of group.names || []) {
      const address = `${group.stem}${name}.html`
      if (scores.has(address)) scores.set(address, scores.get(address) * STANDING)
    }
    return Array.from(scores.keys()).sort((a, b) => scores.get(b) - scores.get(a) || (a < b ? -1 : 1))
      .map(address => ({ address, score: scores.get(address) }))
  }
  // 一个也没找到时：照读音再认一遍；拼音也认。平舌翘舌、前后鼻音不分。
  async function soundsLike(query, start) {
    const sounds = new Map()
    for (const row of (await take("search/sounds.js")).split(" ")) {
      const [, sound, letters] = /^([a-z]+)(.*)$/.exec(row)
      for (const letter of letters) sounds.set(letter, plain(sound))
    }
    const spoken = text => Array.from(text, letter => sounds.get(letter) || letter).join("")
    const heard = plain(spoken(partsOf(query).join("")))
    let best = null
    for (const topic of start.topics) for (const say of topic.says) {
      const long = Array.from(say).length
      if (long > 1 && heard.includes(spoken(say)) && (!best || long > best.long)) best = { say, long }
    }
    return best
  }
  function plain(sound) { return sound.replace(/([zcs])h/g, "$1").replace(/([aei]n)g/g, "$1") }

  // 给人看 ---------------------------------------------------------------------------
  function made(name, className, ...parts) {
    const element = doc.createElement(name)
    if (className) element.className = className
    element.append(...parts)
    return element
  }
  function marked(text, grams) {
    const letters = [], places = []
    Array.from(text).forEach((letter, i) => { for (const one of fold(letter)) { letters.push(one); places.push(i) } })
    const lit = new Set(), flat = letters.join("")
    for (const gram of grams) {
      for (let at = flat.indexOf(gram); at >= 0; at = flat.indexOf(gram, at + 1)) {
        for (let i = at; i < at + gram.length; i++) lit.add(places[i])
      }
    }
    return lit
  }
  function highlight(text, grams, lead) {
    const lit = marked(text, grams), letters = Array.from(text)
    const first = lit.size ? Math.min(...lit) : 0, from = lead && first > lead ? first - lead : 0
    const to = lead ? from + 64 : letters.length, pieces = from ? ["……"] : []
    for (let i = from; i < Math.min(to, letters.length);) {
      let end = i
      while (end < to && end < letters.length && lit.has(end) === lit.has(i)) end++
      const words = letters.slice(i, end).join("")
      pieces.push(lit.has(i) ? made("mark", "", words) : words)
      i = end
    }
    if (to < letters.length) pieces.push("……")
    return pieces
  }
  function bestLine(lines, grams) {
    return lines.map(line => ({ line, lit: marked(line, grams).size }))
      .reduce((best, one) => one.lit > best.lit ? one : best, { line: lines[0] || "", lit: 0 }).line
  }
  async function item(address, answer) {
    const page = await take(pageFile(address)), best = answer.topics.get(address)
    const link = made("a", "", ...highlight(page.title, answer.grams))
    link.href = new URL(address, base)
    const row = made("li", "", link, made("p", "cb-meta", page.label))
    if (best && best.whole) row.append(made("p", "cb-search__why", `“${best.say}”说的就是这件事。`))
    else if (answer.related.has(address) && !answer.exact.has(address)) row.append(made("p", "cb-search__why", `同一类事：${answer.related.get(address)}`))
    else if (best) row.append(made("p", "cb-search__why", `和“${best.say}”说法相近。`))
    row.append(made("p", "", ...highlight(best ? best.topic.answer : bestLine(page.lines, answer.grams), answer.grams, best ? 0 : 12)))
    return row
  }
  function statusOf(answer) {
    const kept = answer.shown.length, exact = answer.exact.size
    if (answer.heard) return `没有“${answer.query}”，照读音找的是“${answer.heard.say}”。`
    if (!kept) return `没有写着“${answer.query}”的页。先看看大家常问的，或者换个说法。`
    return exact ? `有 ${exact} 页写着这些字，最相关的在前。` : "没有一模一样的说法，下面是最接近的。"
  }

  const box = doc.getElementById("cb-search"), input = box.querySelector("input")
  const list = box.querySelector("ol"), status = box.querySelector("[role=status]"), more = box.querySelector("[data-more]")
  let turn = 0, answer = null
  async function show(query) {
    const mine = ++turn
    if (!fold(query)) return clear()
    box.setAttribute("aria-busy", "true")
    try {
      const found = await find(query)
      const bar = found.ranked.length ? found.ranked[0].score * FAINTEST : 0
      found.shown = found.ranked.map(one => one.score >= bar || found.exact.has(one.address) || found.related.has(one.address) ? one.address : "").filter(Boolean)
      if (!found.shown.length) found.instead = found.start.topics.map(topic => topic.address)
      if (mine !== turn) return
      answer = found
      const rows = await rowsFrom(0)
      if (mine !== turn) return
      list.replaceChildren(...rows)
      status.textContent = statusOf(found)
    } catch (problem) {
      if (mine === turn) status.textContent = "网络不通，没取到搜索要的文件。稍后再试，或者打 12345 问。"
    }
    box.removeAttribute("aria-busy")
  }
  async function rowsFrom(first) {
    const addresses = answer.shown.length ? answer.shown : answer.instead
    more.hidden = addresses.length <= first + PAGE
    return Promise.all(addresses.slice(first, first + PAGE).map(address => item(address, answer)))
  }
  function clear() { list.replaceChildren(); status.textContent = "写几个字，说说是什么事。"; more.hidden = true; answer = null }

  let typing = 0
  input.addEventListener("input", event => {
    clearTimeout(typing)
    if (!event.isComposing) typing = setTimeout(show, 300, input.value)
  })
  input.addEventListener("compositionend", () => { clearTimeout(typing); typing = setTimeout(show, 300, input.value) })
  box.querySelector("form").addEventListener("submit", event => {
    event.preventDefault()
    clearTimeout(typing)
    show(input.value)
  })
  more.addEventListener("click", async () => {
    const rows = await rowsFrom(list.children.length)
    list.append(...rows)
    rows[0].querySelector("a").focus()
  })
  box.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const stops = [input, ...list.querySelectorAll("a")]
    const next = stops[stops.indexOf(doc.activeElement) + step]
    if (next) { next.focus(); event.preventDefault() }
  })
  Object.assign(window.casebookSearch, { find, guess })
  clear()
})(document)
