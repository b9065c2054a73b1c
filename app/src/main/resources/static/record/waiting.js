// On every page: says what still waits on this machine, sends it when the network is there, wipes it on signing out.
import { drafts, send, wipe } from './drafts.js';

const note = text => {
  let line = document.querySelector('#waiting');
  if (!line) {
    line = document.createElement('p');
    line.id = 'waiting';
    line.className = 'note';
    line.setAttribute('role', 'status');
    document.querySelector('main')?.prepend(line);
  }
  line.replaceChildren(...text);
};
const link = (href, words) => Object.assign(document.createElement('a'), { href, textContent: words });

let sending = false;
async function sendAll() {
  const account = document.querySelector('[data-account]')?.dataset.account;
  const mine = drafts().filter(draft => !account || draft.account === account);
  if (sending || !mine.length || document.querySelector('form[data-draft]')) return;
  sending = true;
  for (const draft of mine) {
    const result = await send(draft);
    if (result.state === 'sent') note([`“${draft.title}”已发送并从本机清除。`, link(result.address, '查看记录')]);
    else if (result.state === 'refused') note([`“${draft.title}”还在本机，没有登记成，`, link(draft.action + '/new?' + new URLSearchParams(draft.fields.filter(([n]) => ['kind', 'unit', 'body'].includes(n))), '打开看原因')]);
    else note([result.why === 'signed-out' ? `“${draft.title}”存在本机，登录后发送一次。` : `“${draft.title}”已存在本机，联网后发送一次。`]);
  }
  sending = false;
}

document.addEventListener('submit', event => {
  if (event.target.getAttribute('action') === '/logout') wipe();
}, true);
if (new URLSearchParams(location.search).has('bye')) wipe();
addEventListener('online', sendAll);
if (!new URLSearchParams(location.search).has('bye')) sendAll();
if ('serviceWorker' in navigator && isSecureContext) navigator.serviceWorker.register('/sw.js').catch(() => {});
