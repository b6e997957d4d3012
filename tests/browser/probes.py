"""在页面里跑的小程序：axe-core 的毛病、按不准的地方、最小的字。"""

AXE = """async () => {
  // 展开全部折叠的内容和一处词语解释再查；7:1 的反差和目标大小默认不查，要打开。
  document.querySelectorAll("details").forEach(fold => fold.open = true)
  const term = document.querySelector(".cb-term")
  if (term && document.documentElement.classList.contains("js")) term.click()
  const rules = { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } }
  const found = await axe.run(document, { rules })
  return found.violations.map(one => one.id + ": " + one.nodes.map(node => node.html).join(" | "))
}"""
"""A、AA、2.2、AAA 反差和最佳做法里犯了的。"""

LOW = """least => {
  document.querySelectorAll("details").forEach(fold => fold.open = true)
  function area(one) {
    // 整块都能按的（::after 盖住一条），看这一整条。
    const covers = getComputedStyle(one, "::after").position === "absolute" && one.tagName === "A"
    return (covers && one.closest("li") || one).getBoundingClientRect()
  }
  function inSentence(one) {
    // 句子里的链接，前后还有字的，WCAG 也不算。
    if (one.tagName !== "A" || getComputedStyle(one).display !== "inline") return false
    const around = one.closest("p, li, td, dd, th, dt, h1, h2, h3")
    return Boolean(around) && around.textContent.trim() !== one.textContent.trim()
  }
  return [...document.querySelectorAll("a, button, summary, input")]
    .filter(one => one.checkVisibility() && !inSentence(one) && !one.matches(".md-skip"))
    .filter(one => area(one).height < least - 0.5)
    .map(one => Math.round(area(one).height) + " " + one.outerHTML.slice(0, 80))
}"""
"""能按而不够高的地方；句子里的链接不算。"""

TEXT_SIZES = """() => [...document.querySelectorAll(
    "p, li, td, th, dd, dt, summary, a, small, span, button, label, input, figcaption, text")]
  .filter(one => one.checkVisibility() && !one.closest(".cb-hidden"))
  .filter(one => one.textContent.trim() || one.value)
  .map(one => parseFloat(getComputedStyle(one).fontSize))"""
"""看得见的字各有多大。"""

OVERFLOW = """() => {
  document.querySelectorAll("details").forEach(fold => fold.open = true)
  return document.documentElement.scrollWidth - document.documentElement.clientWidth
}"""
"""横着多出来几个像素。"""
