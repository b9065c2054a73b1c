// Keys and scroll positions for the two panes. Everything here is also a link or a form on the page.
const $ = selector => document.querySelector(selector);
const items = () => [...document.querySelectorAll('.items > .item')];
let now = null;
let kept = null;

function choose(item, scroll = true) {
  if (!item) return;
  now = item.dataset.row ?? 'line-' + item.dataset.line;
  document.querySelectorAll('.now').forEach(old => old.classList.remove('now'));
  item.classList.add('now');
  if (scroll) item.scrollIntoView({ block: 'nearest' });
  const place = item.dataset.row ? document.getElementById('t-' + item.dataset.row) : document.getElementById('l-' + item.dataset.line);
  document.querySelectorAll(item.dataset.row ? `.m[data-row="${item.dataset.row}"]` : `.f[data-line="${item.dataset.line}"]`)
    .forEach(mark => mark.classList.add('now'));
  const pane = $('#text');
  if (place && pane) {
    const at = place.getBoundingClientRect(), box = pane.getBoundingClientRect();
    if (at.top < box.top || at.bottom > box.bottom) pane.scrollTop += at.top - box.top - box.height / 3;
  }
}

const current = () => items().find(item => (item.dataset.row ?? 'line-' + item.dataset.line) === now)
  ?? items().find(item => item.getAttribute('aria-current')) ?? null;

function step(by) {
  const all = items(), at = all.indexOf(current());
  choose(all[Math.min(all.length - 1, Math.max(0, at + by))] ?? all[0]);
}

function send(form, fill = {}) {
  if (!form) return;
  for (const [name, value] of Object.entries(fill)) form.elements[name].value = value;
  if (form.requestSubmit) form.requestSubmit(); else form.submit(); // Safari 15 has only the latter
}

// A row is regraded; a sentence nobody took is promoted.
function grade(key) {
  const item = current();
  const to = ['PROJECT', 'CONTINUING', 'LIMIT', 'NOTED'][key - 1];
  if (item?.dataset.row) send($('#quick'), { rows: item.dataset.row, to });
  else if (item && to !== 'NOTED') send($('#promote'), { line: item.dataset.line, to });
}

function chosen() {
  const ticked = document.querySelectorAll('.items input[name=rows]:checked').length;
  const label = $('#bulkbox .chosen');
  if (label) label.textContent = ticked ? `成批处理所勾选的 ${ticked} 条` : '成批处理';
  if (ticked) $('#bulkbox').open = true;
}

const keys = {
  j: () => step(1), k: () => step(-1), 1: () => grade(1), 2: () => grade(2), 3: () => grade(3), 4: () => grade(4),
  p: () => { if (current()?.dataset.line) grade(2); },
  x: () => { const box = current()?.querySelector('input[type=checkbox]'); if (box) { box.checked = !box.checked; chosen(); } },
  m: () => $('#bulk button[formaction$="/merges"]')?.click(),
  u: () => send($('#undo')),
  enter: () => current()?.querySelector('.words')?.click(),
  s: () => { const split = current()?.querySelector('[data-split] button'); split ? split.focus() : keys.enter(); },
  a: () => { const lead = current()?.querySelector('input[name=lead]'); lead ? lead.focus() : keys.enter(); },
};

// A key that comes while an answer is on its way waits for it: what came anew must be settled before it can be sent,
// and the next step is meant for the table as the last one left it.
const TYPED_AHEAD = 20;
const waiting = [];
let sent = false;
let swapping = false;

function goOn() {
  while (waiting.length && !sent) keys[waiting.shift()]();
}

function answered() {
  sent = swapping = false;
  goOn();
}

document.addEventListener('htmx:beforeSend', () => { sent = true; });
document.addEventListener('htmx:afterRequest', () => { if (!swapping) answered(); });

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, button, summary, a:not(.words, .m, .f)')) return;
  if (event.key === 'Enter' && event.target.closest('a')) return;
  const key = event.key.toLowerCase();
  if (!Object.keys(keys).includes(key) || !$('#work')) return;
  event.preventDefault();
  if (waiting.length < TYPED_AHEAD) waiting.push(key);
  goOn();
});
document.addEventListener('change', event => { if (event.target.name === 'rows') chosen(); });
document.addEventListener('click', event => {
  const item = event.target.closest('.item');
  if (item) choose(item, false);
});

// The panes keep their place when the server sends them anew; refusals are shown like any page.
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.status === 422 || event.detail.xhr.status === 409) { event.detail.shouldSwap = true; event.detail.isError = false; }
  swapping = event.detail.shouldSwap;
  const asks = /[?&](row|line)=([^&#]+)/.exec(event.detail.pathInfo?.finalRequestPath ?? '');
  if (asks) now = asks[1] === 'line' ? 'line-' + asks[2] : asks[2];
  kept = { text: $('#text')?.scrollTop ?? 0, list: $('#list')?.scrollTop ?? 0 };
});
document.addEventListener('htmx:afterSettle', () => {
  if (kept) { $('#text')?.scrollTo(0, kept.text); $('#list')?.scrollTo(0, kept.list); kept = null; }
  choose(current() ?? null);
  $('.reasons')?.focus();
  answered();
});
choose(items().find(item => item.getAttribute('aria-current')) ?? null);
