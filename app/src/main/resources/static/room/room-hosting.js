// What a 主持人 has beside the list: recording, a file shown page by page, the agenda, the code of guests.
import { by, say } from './page.js';

/** @param client asks the room @param now answers what the room is like now */
export function hosting(client, now) {
  by('open')?.addEventListener('click', () => client.ask({ type: 'open', on: !now().open }));
  by('muteall')?.addEventListener('click', () => client.ask({ type: 'mute-all' }));
  by('freshcode')?.addEventListener('click', () => client.ask({ type: 'fresh-code' }));
  by('nodeck')?.addEventListener('click', () => client.ask({ type: 'no-deck' }));
  by('record')?.addEventListener('click', event => now().recording ? client.ask({ type: 'end-recording' }) : record(event.target));
  // whoever chairs for an hour without pressing anything uses the platform all the same
  setInterval(() => { if (now()?.you.host) fetch('/session', { cache: 'no-store' }).catch(() => {}); }, 600_000);
  by('deckform')?.addEventListener('submit', deck);
  // what is on the agenda stands there to be changed, also for a 主持人 who came later
  by('agendaform')?.closest('details').addEventListener('toggle', event => { if (event.target.open && !by('items').value.trim()) by('items').value = now().agenda.join('\n'); });
  by('agendaform')?.addEventListener('submit', event => {
    event.preventDefault();
    client.ask({ type: 'agenda', items: by('items').value.split('\n'), at: now().item });
  });
  for (const [id, step] of [['itemback', -1], ['itemnext', 1]]) by(id)?.addEventListener('click', () => client.ask({ type: 'agenda', items: now().agenda, at: now().item + step }));
}

export function showHosting(state) {
  for (const part of document.querySelectorAll('[data-host]')) part.hidden = !state.you.host;
  if (by('record')) by('record').textContent = state.recording ? '停止录制' : '开始录制';
  if (by('open')) by('open').textContent = state.open ? '改为点名发言' : '改为自由发言';
  if (!by('code') || !state.code) return;
  by('code').textContent = state.code;
  by('guestdoor').textContent = location.origin + '/rooms/guest';
  by('guestlink').textContent = location.origin + state.link;
}

async function record(button) {
  button.disabled = true;
  const told = await act(button.dataset.address, new URLSearchParams({ key: button.dataset.key }));
  if (told) say(told);
  // another recording is another act
  button.dataset.key = freshKey();
  button.disabled = false;
}

/** What is done under the account and not over the line: answers what to say of it, or nothing. The session may be over, and another have begun in another window. */
async function act(address, body) {
  try {
    const session = await (await fetch('/session', { cache: 'no-store' })).json();
    if (!session.signedIn) return '登录已过期（平台重启以后也会这样）。请在新窗口里登录，回来再按一次；会场不受影响。';
    const answer = await fetch(address, { method: 'POST', headers: { Accept: 'application/json', 'X-CSRF-TOKEN': session.csrf }, body });
    const told = await answer.json().catch(() => null);
    return told?.text ?? '没有办成，请再按一次。';
  } catch {
    return '没有送出去，请检查网络再按一次。';
  }
}

/** A random UUID, for browsers whose crypto makes none too. */
function freshKey() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

async function deck(event) {
  event.preventDefault();
  event.stopPropagation();
  const form = event.target, button = form.querySelector('button');
  if (!form.elements.file.files.length) return say('请先选一份 PDF 文件。');
  say('正在把文件变成一页页图片……');
  button.disabled = true;
  const fields = new FormData(form);
  fields.delete('_csrf');
  say(await act(form.action, fields));
  button.disabled = false;
}
