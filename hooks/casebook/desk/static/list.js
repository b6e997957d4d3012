// 列表上边打边找。没有脚本也能用：表格照样全列着。
const box = document.getElementById("filter");
const rows = [...document.querySelectorAll(".records tbody tr")];
box.form.addEventListener("submit", (event) => event.preventDefault());
box.addEventListener("input", () => {
  const words = box.value.trim().split(/\s+/);
  let found = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => row.textContent.includes(word));
    found += !row.hidden;
  }
  document.getElementById("none").hidden = found > 0;
});
