// 一列几项、几组的：加一项、删一项。没有脚本时末尾总有空着的一项，删就是把字都删掉。
const record = document.getElementById("record");
const NAMED = ["id", "name", "for", "aria-describedby", "data-field", "data-rows", "data-add"];

const rowsOf = (list) => [...list.querySelectorAll(":scope > [data-row]")];
const inputsOf = (row) => [...row.querySelectorAll("input:not([type=hidden]), select, textarea")];
const isBlank = (row) => inputsOf(row).every((input) => !input.value);
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// 第 number 行里各元素的名字、编号都跟着位置走，检查结果才对得上是哪一行。
const renumber = (list, row, number) => {
  const inside = new RegExp(`(^|\\bf-)(${escaped(list.dataset.rows)}[.-])\\d+`, "g");
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const name of NAMED) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace(inside, `$1$2${number}`));
    }
  }
  const said = (text) => text.replace(/第 \d+ /, `第 ${number + 1} `);
  for (const own of row.querySelectorAll(":scope > legend")) own.textContent = said(own.textContent);
  for (const own of row.querySelectorAll(":scope > input, :scope > [data-remove]")) own.setAttribute("aria-label", said(own.getAttribute("aria-label")));
};

const tidy = (list) => {
  const rows = rowsOf(list);
  rows.forEach((row, number) => renumber(list, row, number));
  list.closest("[data-field]").querySelector(`[data-add="${CSS.escape(list.dataset.rows)}"]`).hidden = false;
};

const emptied = (row) => {
  for (const part of row.querySelectorAll("[data-problems], [data-marks], [data-hint]")) part.replaceChildren();
  for (const inner of row.querySelectorAll("[data-rows]")) rowsOf(inner).slice(1).forEach((extra) => extra.remove());
  for (const input of inputsOf(row)) {
    input.value = "";
    input.removeAttribute("aria-invalid");
  }
  return row;
};

const changed = (list) => list.dispatchEvent(new Event("input", { bubbles: true }));

// 末尾空着一项就用它，没有才添。
const add = (list) => {
  const last = rowsOf(list).at(-1);
  if (!isBlank(last)) {
    list.append(emptied(last.cloneNode(true)));
    tidy(list);
  }
  inputsOf(rowsOf(list).at(-1))[0].focus();
};

// 至少留一项空的，好再填；焦点落在后面一项的“删去”，或“再加”。
const remove = (list, row) => {
  const rows = rowsOf(list);
  const place = rows.indexOf(row);
  if (rows.length === 1) emptied(row);
  else row.remove();
  tidy(list);
  const next = rowsOf(list)[place]?.querySelector(":scope > [data-remove]");
  (next ?? record.querySelector(`[data-add="${CSS.escape(list.dataset.rows)}"]`)).focus();
  changed(list);
};

record.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add], [data-remove]");
  if (!button) return;
  if (button.dataset.add !== undefined) add(record.querySelector(`[data-rows="${CSS.escape(button.dataset.add)}"]`));
  else remove(button.closest("[data-rows]"), button.closest("[data-row]"));
});

for (const list of record.querySelectorAll("[data-rows]")) {
  const rows = rowsOf(list);
  if (rows.length > 1 && isBlank(rows.at(-1))) rows.at(-1).remove();
  tidy(list);
}
for (const button of record.querySelectorAll("[data-remove]")) button.hidden = false;
for (const words of record.querySelectorAll("[data-without-script]")) words.remove();
