// 公众号深色模式的换色，照公布的原则另写一遍，不用 Python 的那一份：
// 由浏览器读颜色、算继承，再量每一段字与它的底的反差。返回 [[反差, 文字], …] 和换过的各色。
html => {
  const PAPER = [25, 25, 25], INK = [163, 163, 163]
  const read = text => text.match(/[\d.]+/g).map(Number)
  const brightness = ([r, g, b]) => (r * 299 + g * 587 + b * 114) / 1000
  const mix = (one, other, part) => one.map((value, i) => value + (other[i] - value) * part)
  const lightness = color => (Math.max(...color) + Math.min(...color)) / 510
  const gray = color => Math.max(...color) === Math.min(...color)

  // 换明度：色相、饱和度不变，照 HSL 的定义解出来
  function relight(color, target) {
    const light = lightness(color), spread = 1 - Math.abs(2 * light - 1)
    const ratio = spread ? (1 - Math.abs(2 * target - 1)) / spread : 0
    return color.map(value => 255 * target + (value - 255 * light) * ratio)
  }
  // 换亮度：亮的掺白，暗的掺黑
  function expose(color, target) {
    const now = brightness(color)
    return target > now ? mix(color, [255, 255, 255], (target - now) / (255 - now)) : color.map(v => v * target / now)
  }
  function paper(color) {
    if ((gray(color) && lightness(color) > .4) || brightness(color) > 250) {
      return Array(3).fill(255 * Math.min(1, 1 + lightness(PAPER) - lightness(color)))
    }
    if (brightness(color) > 190) return expose(color, 190)
    return lightness(color) < .22 ? relight(color, .22) : color
  }
  function ink(color, ground) {
    const under = brightness(ground)
    for (let turned = false; ; turned = true) {
      if (brightness(color) >= 250 || Math.abs(brightness(color) - under) >= 65) return color
      const bright = under >= 100
      const turns = bright ? lightness(color) > .5 : lightness(color) <= .4
      if (turned || !turns) return expose(color, under + (bright ? -65 : 65))
      color = relight(color, .9 - lightness(color))
    }
  }
  function luminance(color) {
    const [r, g, b] = color.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    return .2126 * r + .7152 * g + .0722 * b
  }
  function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (high + .05) / (low + .05)
  }

  const measured = [], changed = {}
  function visit(element, ground, color) {
    const style = getComputedStyle(element)
    if (element.style.backgroundColor) {
      ground = paper(read(style.backgroundColor).slice(0, 3))
      if (!element.style.color) color = ink(read(style.color).slice(0, 3), ground)
    }
    if (element.style.color) {
      color = ink(read(style.color).slice(0, 3), ground)
      changed[style.color] = color
    }
    for (const node of element.childNodes) {
      if (node.nodeType === Node.ELEMENT_NODE) visit(node, ground, color)
      else if (node.textContent.trim()) measured.push([contrast(color, ground), node.textContent.trim()])
    }
  }
  document.body.innerHTML = html
  document.body.style.color = "#191919"
  for (const element of document.body.children) visit(element, PAPER, INK)
  return { measured, changed: Object.entries(changed).map(([from, to]) => [read(from), to]) }
}
