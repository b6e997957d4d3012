// 朗读正文：读到哪一段，那一段就亮着、滚到眼前；再按一次停下，第三次从停下的那段接着读。
(function (doc) {
  "use strict"
  const button = doc.getElementById("cb-listen")
  const parts = Array.from(doc.querySelectorAll(
    ".cb-article h1, .cb-article h2, .cb-article h3, .cb-article p, .cb-article li, .cb-article dt, .cb-article dd, .cb-article caption"
  )).filter(part => !part.closest("nav, .cb-tools, .cb-cards, .cb-hotlines") && !part.querySelector("p, li") && part.textContent.trim())
  const calm = matchMedia("(prefers-reduced-motion: reduce)")
  let at = 0, reading = false

  function voice() {
    const voices = speechSynthesis.getVoices().filter(one => /^(zh|cmn)/i.test(one.lang))
    return voices.find(one => /CN|Hans/i.test(one.lang)) || voices[0]
  }
  function show() {
    button.textContent = reading ? "停下" : at ? "接着读" : "朗读"
    parts.forEach((part, i) => part.classList.toggle("cb-reading", reading && i === at))
  }
  function speak() {
    if (at >= parts.length) { at = 0; reading = false; return show() }
    const folded = parts[at].closest("details:not([open])")
    if (folded && parts[at].tagName !== "SUMMARY") { at++; return speak() }
    const words = new SpeechSynthesisUtterance(parts[at].textContent.trim())
    words.voice = voice()
    words.lang = words.voice.lang
    words.rate = 0.9
    words.onend = () => { if (reading) { at++; speak() } }
    words.onerror = () => { reading = false; show() }
    show()
    parts[at].scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" })
    speechSynthesis.speak(words)
  }
  window.casebookListen = function () {
    reading = !reading
    if (reading) speak()
    else { speechSynthesis.cancel(); show() }
  }
  addEventListener("pagehide", () => speechSynthesis.cancel())
})(document)
