// The page of a room: what people see and press. All it knows of media it has from room-client.js.
import { RoomClient } from './room-client.js';

const page = document.querySelector('[data-room]');
const { room, token, village } = page.dataset;
const client = new RoomClient({ room, token });
const by = id => document.getElementById(id);
const stage = by('stage'), sounds = by('sounds'), people = by('people'), note = by('note'), banner = by('banner');
let state = null, me = null, pictures = [], speakers = [], soundOnly = false, lineLost = false, wantsToSpeak = false, entered = false, wasRecording = null, ownPage = null, venuePage = '';

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && key !== 'list') made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};
const say = (text, wrong = false) => { note.textContent = text; note.hidden = !text; note.dataset.wrong = wrong ? 'yes' : ''; };
const seatOf = id => state?.seats?.find(one => one.seat === id);
const nameOf = id => seatOf(id)?.name ?? '';

by('enter').addEventListener('click', async () => {
  by('before').hidden = true;
  by('inside').hidden = false;
  entered = true;
  client.view(soundOnly ? 0 : 9);
  client.enter();
  // a village hears first and can be given the floor without anybody touching anything; its picture it switches on itself
  if (village) await turn('microphone', true);
  if (village) document.documentElement.requestFullscreen?.()?.catch(() => {});
  navigator.wakeLock?.request('screen').catch(() => {});
});

client.addEventListener('welcome', event => { me = event.detail.seat; });
client.addEventListener('line', event => {
  lineLost = event.detail === 'lost' || event.detail === 'connecting' && lineLost;
  if (event.detail === 'open') lineLost = false;
  page.dataset.line = event.detail;
  // ended by the room and not from here: what stands on the page would only seem to work
  if (event.detail === 'over') gone();
  warn();
});
client.addEventListener('refused', event => say(event.detail.text));
client.addEventListener('ended', () => controls());
client.addEventListener('weak', event => { page.dataset.weak = event.detail ? 'yes' : ''; warn(); });
client.addEventListener('speakers', event => { speakers = event.detail; faces(); });
client.addEventListener('pictures', event => { pictures = event.detail; faces(); });
client.addEventListener('state', event => {
  const before = state?.you;
  state = event.detail;
  if (wasRecording !== null && wasRecording !== state.recording) say(state.recording ? '主持人开始录制了。不愿意被录的，请关话筒和摄像头。' : '录制停了。');
  wasRecording = state.recording;
  if (before && before.muted === false && state.you.muted) say('主持人已将您静音。需要发言请按「申请发言」。');
  if (state.you.floor && before && !before.floor) {
    say('主持人请您发言。');
    if (wantsToSpeak) turn('microphone', true);
    wantsToSpeak = false;
  }
  if (!maySpeak() && client.sends('microphone') && !village) turn('microphone', false);
  draw();
});

const maySpeak = () => state && state.you.admitted && !state.you.muted && (state.you.host || state.you.floor || state.open);

async function turn(kind, on) {
  try {
    await client.send(kind, on);
    // what went wrong before is over; what the 主持人 said stays
    if (on && note.dataset.wrong) say('');
  } catch (error) {
    const what = { microphone: '话筒', camera: '摄像头', screen: '屏幕' }[kind];
    say(error.name === 'NotAllowedError' ? `浏览器没有获准使用${what}。请点地址栏左边的图标，允许后再按一次。`
      : error.name === 'NotFoundError' ? `这台设备上没有找到${what}。可以只听，发言请拨打会务电话。` : `${what}打不开：可能被别的程序占用，请关掉那个程序再试。`, true);
  }
  controls();
}

function warn() {
  const weak = page.dataset.weak === 'yes';
  banner.textContent = lineLost ? '网络中断，正在重新连接……' : weak ? '网络弱，已改为只听' : '';
  banner.hidden = !banner.textContent;
}

function draw() {
  by('recording').hidden = !state.recording;
  by('recording').textContent = state.recording ? `● 正在录制，保存到 ${state.recording}` : '';
  if (by('record')) by('record').textContent = state.recording ? '停止录制' : '开始录制';
  by('waiting').hidden = !!state.you.admitted;
  by('count').textContent = `${state.count} 处在线`;
  by('mode').textContent = state.open ? '自由发言' : '主持人点名发言';
  by('chair').textContent = !state.chair ? '主持人还没有进来' : state.chairPresent ? (nameOf(state.chair) ? `主持人：${nameOf(state.chair)}` : '主持人已进来') : '主持人的线路断了，会场照旧，正在等候';
  agenda();
  slides();
  faces();
  if (people) list();
  controls();
  for (const part of document.querySelectorAll('[data-host]')) part.hidden = !state.you.host;
  if (by('code') && state.code) {
    by('code').textContent = state.code;
    by('guestdoor').textContent = location.origin + '/rooms/guest';
    by('guestlink').textContent = location.origin + state.link;
  }
  if (by('open')) by('open').textContent = state.open ? '改为点名发言' : '改为自由发言';
}

function agenda() {
  by('agenda').hidden = !state.agenda.length;
  by('agenda').replaceChildren(...state.agenda.map((item, at) => element('li', at === state.item ? { 'aria-current': 'step' } : {}, item)));
}

function slides() {
  const shown = by('slide');
  // who waits at the door is shown no page either
  by('slides').hidden = !state.deck || !state.you.admitted;
  if (by('slides').hidden) return;
  // the venue turned the page: everybody is there again
  if (venuePage !== `${state.deck}/${state.page}`) ownPage = null;
  venuePage = `${state.deck}/${state.page}`;
  const number = ownPage ?? state.page, address = `/rooms/pages/${room}/${state.deck}/${number}?t=${encodeURIComponent(token)}`;
  if (shown.getAttribute('src') !== address) shown.src = address;
  shown.alt = `第 ${number} 页，共 ${state.pages} 页`;
  by('pageof').textContent = shown.alt + (number === state.page ? '' : `（会场在第 ${state.page} 页）`);
  by('previous').disabled = number <= 1;
  by('next').disabled = number >= state.pages;
  by('follow').hidden = number === state.page;
}

/** A 主持人 turns it for everybody; anybody else looks at another page by themselves. */
function turnPage(step) {
  if (!state?.deck) return;
  if (state.you.host && !village) return client.ask({ type: 'page', page: state.page + step });
  const number = Math.min(state.pages, Math.max(1, (ownPage ?? state.page) + step));
  ownPage = number === state.page ? null : number;
  slides();
}

function faces() {
  const cameras = soundOnly ? [] : pictures.filter(one => !one.sound);
  const keep = new Map([...stage.children].map(face => [face.dataset.slot, face]));
  cameras.sort((a, b) => b.screen - a.screen || front(b.seat) - front(a.seat));
  const shown = cameras.map(one => {
    const face = keep.get(one.slot) ?? element('figure', { 'data-slot': one.slot },
      element('video', { autoplay: true, playsInline: true, muted: true }), element('figcaption'));
    const video = face.firstChild;
    if (video.srcObject?.getTracks()[0] !== one.track) video.srcObject = new MediaStream([one.track]);
    face.lastChild.textContent = nameOf(one.seat) + (one.screen ? ' 的屏幕' : '');
    face.className = (one.screen ? 'screen ' : '') + (front(one.seat) ? 'main ' : '') + (speakers[0] === one.seat ? 'speaks' : '');
    return face;
  });
  if (shown.length !== stage.children.length || shown.some((face, at) => stage.children[at] !== face)) stage.replaceChildren(...shown);
  by('nopicture').hidden = shown.length > 0 || !!state?.deck;
  const heard = pictures.filter(one => one.sound);
  const playing = new Map([...sounds.children].map(one => [one.dataset.slot, one]));
  for (const one of heard) {
    const sound = playing.get(one.slot) ?? element('audio', { autoplay: true, 'data-slot': one.slot });
    if (sound.srcObject?.getTracks()[0] !== one.track) sound.srcObject = new MediaStream([one.track]);
    if (!sound.isConnected) sounds.append(sound);
    playing.delete(one.slot);
    sound.play?.().catch(() => say('浏览器没有放出声音，请按一下页面任意处。'));
  }
  playing.forEach(one => one.remove());
  by('speaking').textContent = speakers.length && nameOf(speakers[0]) ? `正在发言：${nameOf(speakers[0])}` : '';
}

const front = id => { const seat = seatOf(id); return seat && (id === state.chair || seat.floor || seat.main) ? 1 : 0; };

function list() {
  const host = state.you.host;
  // who waits at the door is told of nobody
  const order = (state.seats ?? []).slice().sort((a, b) => (b.seat === state.chair) - (a.seat === state.chair) || b.hand - a.hand || !a.admitted - !b.admitted || b.main - a.main);
  const button = (label, wish) => element('button', { type: 'button', className: 'plain', onclick: () => client.ask(wish) }, label);
  const open = people.querySelector('details[open]')?.dataset.seat;
  people.replaceChildren(...order.map(one => {
    const marks = [one.seat === me ? '我' : '', one.seat === state.chair ? '主持' : one.host ? '主持人' : one.guest ? '来宾' : '', one.hand ? '申请发言' : '',
      one.floor ? '发言中' : '', one.muted ? '已静音' : one.sending.includes('microphone') ? '话筒开' : '', host && one.admitted && !one.reached ? '声音画面还没有接通' : '', host && one.weak ? '网络弱，只听' : ''].filter(Boolean);
    const row = element('li', { 'data-seat': one.seat }, element('b', {}, one.name), ...marks.map(mark => element('span', { className: 'tag' + (mark === '申请发言' ? ' warn' : '') }, mark)));
    if (host && !one.admitted) row.append(button('确认身份，请进', { type: 'admit', seat: one.seat, on: true }), button('不认识', { type: 'admit', seat: one.seat, on: false }));
    else if (host) {
      row.append(one.floor ? button('收回发言', { type: 'floor', seat: one.seat, on: false }) : button('请发言', { type: 'floor', seat: one.seat, on: true }));
      if (one.seat !== me) {
        row.append(one.muted ? button('取消静音', { type: 'mute', seat: one.seat, on: false }) : button('静音', { type: 'mute', seat: one.seat, on: true }));
        row.append(element('details', { 'data-seat': one.seat, open: open === one.seat }, element('summary', {}, '更多'),
          button(one.main ? '移到分会场' : '移到主会场', { type: 'main', seat: one.seat, on: !one.main }),
          ...(one.guest || one.host ? [] : [button('也做主持人', { type: 'host', seat: one.seat })]),
          button('请离会场', { type: 'remove', seat: one.seat })));
      }
    }
    return row;
  }));
}

function controls() {
  const pressed = (id, on, label) => { const button = by(id); if (button) { button.setAttribute('aria-pressed', String(on)); button.textContent = label; } };
  const speak = maySpeak();
  pressed('microphone', client.sends('microphone'), client.sends('microphone') ? '关话筒' : '开话筒');
  pressed('camera', client.sends('camera'), client.sends('camera') ? '关摄像头' : '开摄像头');
  pressed('screen', client.sends('screen'), client.sends('screen') ? '停止共享' : '共享屏幕');
  pressed('pictures', !soundOnly, soundOnly ? '看画面' : '只听声音');
  const own = me && seatOf(me);
  pressed('hand', !!own?.hand, own?.hand ? '取消申请' : '申请发言');
  by('microphone').hidden = !speak && !village;
  by('hand').hidden = !!speak || !state?.you.admitted;
  if (by('screen')) by('screen').hidden = !speak || !navigator.mediaDevices?.getDisplayMedia;
}

by('microphone').addEventListener('click', () => turn('microphone', !client.sends('microphone')));
by('camera').addEventListener('click', () => turn('camera', !client.sends('camera')));
by('screen')?.addEventListener('click', () => turn('screen', !client.sends('screen')));
by('hand').addEventListener('click', () => { wantsToSpeak = !seatOf(me)?.hand; client.ask({ type: 'hand', on: wantsToSpeak }); });
by('pictures').addEventListener('click', () => { soundOnly = !soundOnly; client.view(soundOnly ? 0 : 9); faces(); controls(); data(); });
by('leave').addEventListener('click', () => client.leave());
function gone() {
  entered = false;
  by('inside').hidden = true;
  by('gone').hidden = false;
}
by('back')?.addEventListener('click', () => location.reload());
for (const [id, step] of [['previous', -1], ['next', 1]]) by(id).addEventListener('click', () => turnPage(step));
by('follow').addEventListener('click', () => { ownPage = null; slides(); });
by('open')?.addEventListener('click', () => client.ask({ type: 'open', on: !state.open }));
by('muteall')?.addEventListener('click', () => client.ask({ type: 'mute-all' }));
by('freshcode')?.addEventListener('click', () => client.ask({ type: 'fresh-code' }));
by('nodeck')?.addEventListener('click', () => client.ask({ type: 'no-deck' }));
// what is on the agenda stands there to be changed, also for a 主持人 who came later
by('agendaform')?.closest('details').addEventListener('toggle', event => { if (event.target.open && !by('items').value.trim()) by('items').value = state.agenda.join('\n'); });
by('agendaform')?.addEventListener('submit', event => {
  event.preventDefault();
  client.ask({ type: 'agenda', items: by('items').value.split('\n'), at: state.item });
});
for (const [id, step] of [['itemback', -1], ['itemnext', 1]]) by(id)?.addEventListener('click', () => client.ask({ type: 'agenda', items: state.agenda, at: state.item + step }));
// a random UUID, for browsers whose crypto makes none too
function freshKey() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
by('record')?.addEventListener('click', async event => {
  const { address, key, csrf } = event.target.dataset, on = !state.recording;
  event.target.disabled = true;
  const answer = await fetch(on ? address : address + '/end', { method: 'POST', headers: { 'X-CSRF-TOKEN': csrf }, body: new URLSearchParams({ key }) }).catch(() => null);
  const told = await answer?.json().catch(() => null);
  if (told?.text || !answer?.ok) say(told?.text || '没有办成，请检查网络再按一次。');
  // another recording is another act
  event.target.dataset.key = freshKey();
  event.target.disabled = false;
});
by('deckform')?.addEventListener('submit', async event => {
  event.preventDefault();
  event.stopPropagation();
  say('正在把文件变成一页页图片……');
  const answer = await fetch(event.target.action, { method: 'POST', body: new FormData(event.target), headers: { Accept: 'application/json' } });
  const told = await answer.json().catch(() => ({ text: '没有收下，请检查文件再试。' }));
  say(told.text ?? '');
});
document.addEventListener('keydown', event => {
  if (!entered || event.target.closest('input,textarea,button,summary')) return;
  const keys = { PageDown: 'next', ArrowRight: 'next', PageUp: 'previous', ArrowLeft: 'previous', m: 'microphone', ' ': 'hand' };
  const target = keys[event.key] && by(keys[event.key]);
  if (target && !target.hidden && !target.closest('[hidden]')) { event.preventDefault(); target.click(); }
});

// what an hour of this costs, from what arrived in the last ten seconds
let counted = null;
async function data() {
  if (!entered) return;
  const bytes = await client.octets();
  const now = performance.now();
  if (counted && bytes > counted.bytes) {
    const hour = (bytes - counted.bytes) / (now - counted.now) * 3600 * 1000 / 1e6;
    by('data').textContent = `照现在的用法，一小时约 ${hour < 1000 ? Math.round(hour) + ' MB' : (hour / 1000).toFixed(1) + ' GB'}`;
  }
  counted = { bytes, now };
}
setInterval(data, 10_000);

// 试一试话筒和喇叭: what is heard goes nowhere but to the bar
by('try')?.addEventListener('click', async () => {
  try {
    const media = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true } });
    const sound = new AudioContext(), meter = sound.createAnalyser(), values = new Float32Array(512);
    sound.createMediaStreamSource(media).connect(meter);
    const settings = media.getAudioTracks()[0].getSettings();
    by('echo').textContent = settings.echoCancellation === false ? '这支话筒没有消除回声：会场喇叭请调小，或用带消回声的全向话筒。' : '话筒已消除回声。';
    const until = performance.now() + 8000;
    let loudest = 0;
    (function watch() {
      meter.getFloatTimeDomainData(values);
      const level = Math.max(...values.map(Math.abs));
      loudest = Math.max(loudest, level);
      by('level').value = Math.min(1, level * 2);
      if (performance.now() < until) requestAnimationFrame(watch);
      else {
        media.getTracks().forEach(track => track.stop());
        sound.close();
        by('heardyou').textContent = loudest > 0.02 ? '听得到您的声音。' : '没有听到声音：请检查话筒有没有插好、有没有关掉。';
      }
    }());
    by('heardyou').textContent = '请说一句话……';
  } catch {
    by('heardyou').textContent = '话筒没有打开：浏览器没有获准，或没有接话筒。可以只听进入。';
  }
});
by('ring')?.addEventListener('click', () => {
  const sound = new AudioContext(), tone = sound.createOscillator(), gain = sound.createGain();
  gain.gain.value = 0.2;
  tone.connect(gain).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 1);
  tone.onended = () => sound.close();
});

// on a weak line this script comes long after the page: until now a press would have been lost without a word
for (const id of ['enter', 'ring', 'try']) if (by(id)) by(id).disabled = false;
