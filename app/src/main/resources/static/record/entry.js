// The entry form without network: kept as it is typed, sent once when the network is there.
import { drafts, forget, remember, send } from './drafts.js';

const form = document.querySelector('form[data-draft]');
const note = document.querySelector('#draft-note');
const say = words => { note.textContent = words; note.hidden = false; };
const KEPT = '已存在本机，联网后发送一次。可以关掉这一页。';

// A draft of the same thing that the server refused, or that was never sent: what was typed is put back.
const again = drafts().find(draft => draft.account === form.dataset.draft && draft.action === form.getAttribute('action')
  && ['kind', 'unit', 'body'].every(name => draft.fields.find(([n]) => n === name)?.[1] === form.elements[name].value));
const fresh = !form.querySelector('.reasons') && !document.querySelector('.reasons');
if (again && fresh) {
  const values = Map.groupBy(again.fields, ([name]) => name);
  for (const [name, pairs] of values) {
    [...form.querySelectorAll(`[name="${name}"]`)].forEach((field, place) => {
      if (field.type === 'checkbox') field.checked = pairs.some(([, value]) => value === field.value);
      else if (name !== '_csrf') field.value = pairs[place]?.[1] ?? '';
    });
  }
  say('上次填的还没有发出，已放回来，请核对后再提交。');
} else {
  if (again) forget(again.key);
  // A page opened again from this machine must not carry the key of the entry it has already sent.
  if (fresh && crypto.randomUUID) form.elements.key.value = crypto.randomUUID();
}

let busy = false;
async function sendNow() {
  if (busy) return;
  busy = true;
  const draft = remember(form);
  const result = await send(draft);
  busy = false;
  if (result.state === 'sent') { location.assign(result.address); return; }
  release();
  if (result.state === 'refused') { forget(draft.key); form.elements._csrf.value = result.csrf; native(); return; }
  say(result.why === 'signed-out' ? '已存在本机。登录已超时，请重新登录，登录后发送一次。' : KEPT);
}
const release = () => {
  delete form.dataset.sent;
  form.querySelectorAll('button').forEach(button => button.removeAttribute('aria-busy'));
};
// The server's reasons are shown by the page it answers with: the form is sent the ordinary way.
const native = () => HTMLFormElement.prototype.submit.call(form);

form.addEventListener('submit', event => {
  event.preventDefault();
  sendNow();
});
addEventListener('online', () => { if (drafts().some(draft => draft.key === form.elements.key.value)) sendNow(); });
document.body.addEventListener('htmx:afterSwap', () => {
  const roll = document.querySelector('[data-roll]')?.dataset.roll;
  const hint = document.querySelector('#roll');
  if (roll && hint) hint.textContent = roll;
});
