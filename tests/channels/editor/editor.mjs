// 只供测试：像公众号后台那样，块、行内都带着 style，粘贴走 ProseMirror 自己的一套。
import jsQR from "jsqr"
import { Schema } from "prosemirror-model"
import { EditorState } from "prosemirror-state"
import { EditorView } from "prosemirror-view"

const styled = { style: { default: null } }
const read = dom => ({ style: dom.getAttribute("style") })
const write = (tag, attrs) => [tag, attrs.style ? { style: attrs.style } : {}, 0]

function block(tag, content, more = {}) {
  return { content, attrs: styled, parseDOM: [{ tag, getAttrs: read }], toDOM: node => write(tag, node.attrs), ...more }
}
function mark(tag) {
  return { attrs: styled, excludes: "", parseDOM: [{ tag, getAttrs: read }], toDOM: made => write(tag, made.attrs) }
}
const picture = { src: { default: "" }, alt: { default: "" }, width: { default: null }, ...styled }

const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    p: block("p", "inline*", { group: "block" }),
    section: block("section", "block+", { group: "block", defining: true }),
    table: block("table", "tbody", { group: "block", isolating: true }),
    tbody: block("tbody", "tr+"),
    tr: block("tr", "td+"),
    td: block("td", "inline*", { isolating: true }),
    text: { group: "inline" },
    br: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
    img: {
      group: "inline", inline: true, attrs: picture,
      parseDOM: [{ tag: "img", getAttrs: dom => ({ ...read(dom), src: dom.getAttribute("src"), alt: dom.getAttribute("alt"), width: dom.getAttribute("data-w") }) }],
      toDOM: ({ attrs }) => ["img", { src: attrs.src, alt: attrs.alt, "data-w": attrs.width, style: attrs.style }],
    },
  },
  marks: {
    a: {
      attrs: { href: {}, ...styled }, inclusive: false,
      parseDOM: [{ tag: "a[href]", getAttrs: dom => ({ ...read(dom), href: dom.getAttribute("href") }) }],
      toDOM: made => ["a", made.attrs, 0],
    },
    strong: mark("strong"),
    em: mark("em"),
    span: mark("span"),
  },
})

window.editor = new EditorView(document.querySelector("#editor"), { state: EditorState.create({ schema }) })
window.editor.focus()

// 另一种二维码读法：与印二维码的 zxing 不是一家。给一张图的地址，返回读到的文字，读不出为 null。
window.readCode = async source => {
  const image = await createImageBitmap(await (await fetch(source)).blob())
  const { width, height } = image
  const pen = new OffscreenCanvas(width, height).getContext("2d")
  pen.fillStyle = "#fff"
  pen.fillRect(0, 0, width, height)
  pen.drawImage(image, 0, 0)
  return jsQR(pen.getImageData(0, 0, width, height).data, width, height)?.data ?? null
}
