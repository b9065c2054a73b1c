// A clock on the wall: counts down on this machine only. Nothing is sent, nothing is kept.
const clock = document.querySelector("[data-clock]");
const item = document.querySelector("#item");
const left = clock.querySelector(".left");
const state = clock.querySelector(".state");

let used = 0;
let since = null;

const planned = () => Number(item.selectedOptions[0]?.dataset.minutes ?? 0) * 60;
const seconds = () => used + (since === null ? 0 : (performance.now() - since) / 1000);
const written = (whole) => `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;

function draw() {
  const limit = planned();
  const spent = Math.floor(seconds());
  const rest = limit - spent;
  const over = limit > 0 && rest < 0;
  left.textContent = limit === 0 ? written(spent) : over ? "+" + written(-rest) : written(rest);
  clock.classList.toggle("soon", limit > 0 && rest >= 0 && rest <= 300 && spent > 0);
  clock.classList.toggle("over", over);
  const words = over ? "到时间了" : since === null ? (spent > 0 ? "暂停" : "") : limit > 0 && rest <= 300 ? "还有不到五分钟" : "";
  if (state.textContent !== words) state.textContent = words;
}

function reset() {
  used = 0;
  since = null;
  draw();
}

document.querySelector("[data-start]").addEventListener("click", () => {
  since ??= performance.now();
  draw();
});
document.querySelector("[data-pause]").addEventListener("click", () => {
  used = seconds();
  since = null;
  draw();
});
document.querySelector("[data-reset]").addEventListener("click", reset);
item.addEventListener("change", reset);
setInterval(draw, 250);
draw();
