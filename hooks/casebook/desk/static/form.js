// 边写边查：停笔片刻，把表单交给检查，各格旁边写出问题、提示和划线。没有脚本也能填、能保存。
const form = document.getElementById("record");
const preview = document.getElementById("preview");
const tally = document.getElementById("tally");
const PAUSE = 600;
let timer = 0;
let turn = 0;
let dirty = false;

const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

const fieldOf = (name) => form.querySelector(`[data-field="${CSS.escape(name)}"]`);

const problemItem = (problem) => {
  const item = make("li", `problem problem--${problem.blocks ? "fault" : "warning"}`);
  item.append(make("code", "", problem.code), ` ${problem.blocks ? "" : "提醒："}${problem.message}`);
  if (problem.hint) item.append(make("span", "", `改法：${problem.hint}`));
  return item;
};

const replaceAt = (control, mark) => {
  const text = control.value;
  if (text.slice(mark.start, mark.end) !== mark.marked) return;
  control.setRangeText(mark.offer, mark.start, mark.end, "end");
  control.focus();
  schedule(0);
};

const markItem = (mark, control) => {
  const line = make("p", "", `${mark.before}`, make("mark", "", mark.marked), `${mark.after} —— ${mark.kind}：${mark.reason}`);
  const button = make("button", "plain", `换成“${mark.offer}”`);
  button.type = "button";
  button.addEventListener("click", () => replaceAt(control, mark));
  return make("div", "mark", line, button);
};

const clear = (selector) => form.querySelectorAll(selector).forEach((part) => part.replaceChildren());

const show = (result) => {
  clear("[data-problems]");
  clear("[data-marks]");
  clear("[data-hint]");
  form.querySelectorAll("[aria-invalid]").forEach((control) => control.removeAttribute("aria-invalid"));
  for (const [name, problems] of Object.entries(result.problems)) {
    const field = fieldOf(name);
    field.querySelector("[data-problems]").append(...problems.map(problemItem));
    field.querySelectorAll(":scope > :is(input, textarea, select), :scope > .rows input").forEach((control) => control.setAttribute("aria-invalid", "true"));
  }
  for (const [name, hint] of Object.entries(result.hints)) fieldOf(name)?.querySelector("[data-hint]")?.append(hint);
  for (const [name, marks] of Object.entries(result.underlines)) {
    const control = form.elements[name];
    if (control?.value) fieldOf(name)?.querySelector("[data-marks]")?.append(...marks.map((mark) => markItem(mark, control)));
  }
  const list = document.getElementById("citations");
  if (result.citations.length) {
    list.replaceChildren(...result.citations.map(([text, note]) => {
      const option = make("option", "", note);
      option.value = text;
      return option;
    }));
  }
  tally.textContent = `${result.errors} 个错误、${result.warnings} 个提醒；写到这里已自动存着` + (result.moved ? "。这份记录在别处改过，保存时会合起来给你看" : "");
};

const check = async () => {
  const mine = ++turn;
  try {
    const answer = await fetch(form.dataset.check, { method: "POST", body: new FormData(form) });
    if (!answer.ok) throw new Error(String(answer.status));
    const result = await answer.json();
    if (mine !== turn) return;
    show(result);
    preview?.contentWindow.location.reload();
    form.dataset.checked = String(mine);
  } catch {
    if (mine === turn) tally.textContent = "检查不了：看看运行表单的窗口是否还开着";
  }
};

const schedule = (pause) => {
  clearTimeout(timer);
  timer = setTimeout(check, pause);
};

form.addEventListener("input", () => {
  dirty = true;
  schedule(PAUSE);
});
form.addEventListener("submit", () => { dirty = false; });
addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });

for (const button of document.querySelectorAll("[data-preview]")) {
  button.addEventListener("click", () => {
    preview.src = preview.dataset.base + button.dataset.preview;
    for (const other of document.querySelectorAll("[data-preview]")) other.setAttribute("aria-pressed", String(other === button));
  });
}
