// The page of a room: what people see and press. All it knows of media it has from room-client.js.
import { by, element, right, say } from './page.js';
import { RoomClient } from './room-client.js';
import { Stage } from './room-stage.js';
import { list } from './room-people.js';
import { hosting, showHosting } from './room-hosting.js';
import './room-devices.js';

const page = document.querySelector('[data-room]');
const { room, token, village } = page.dataset;
const PICTURES = 9;
const client = new RoomClient({ room, token }), stage = new Stage();
// what the room told
let state = null, me = null, pictures = [], speakers = [], lineLost = false, weak = false, connected = false, wasRecording = null;
// what was chosen here
let entered = false, soundOnly = false, wantsToSpeak = false, ownPage = null, venuePage = '';

const seatOf = id => state?.seats?.find(one => one.seat === id);
const nameOf = id => seatOf(id)?.name ?? '';
const front = id => { const seat = seatOf(id); return seat && (id === state.chair || seat.floor || seat.main) ? 1 : 0; };
const maySpeak = () => state && state.you.admitted && !state.you.muted && (state.you.host || state.you.floor || state.open);

by('enter').addEventListener('click', async () => {
  by('before').hidden = true;
  by('inside').hidden = false;
  entered = true;
  client.view(PICTURES);
  client.enter();
  // a village hears first and can be given the floor without anybody touching anything; its picture it switches on itself
  if (village) await turn('microphone', true);
  if (village) document.documentElement.requestFullscreen?.()?.catch(() => {});
  document.body.classList.toggle('one-screen', !!village);
  navigator.wakeLock?.request('screen').catch(() => {});
});

client.addEventListener('welcome', event => { me = event.detail.seat; });
client.addEventListener('line', event => {
  lineLost = event.detail === 'lost' || event.detail === 'connecting' && lineLost;
  page.dataset.line = event.detail;
  stage.lineLost = lineLost;
  // ended by the room and not from here: what stands on the page would only seem to work
  if (event.detail === 'over') gone();
  warn();
  faces();
});
client.addEventListener('refused', event => say(event.detail.text));
client.addEventListener('ended', () => controls());
client.addEventListener('reached', event => { if (event.detail === 'down') { connected = true; faces(); counted = null; cost(); } });
client.addEventListener('weak', event => { weak = event.detail; warn(); faces(); });
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
  // what was said before must not stand there when it is no longer so
  if (before && before.floor && !state.you.floor && !state.you.muted) say('主持人收回了发言。');
  if (before && before.muted && !state.you.muted && !state.you.floor) say('主持人取消了静音。');
  if (!maySpeak() && client.sends('microphone') && !village) turn('microphone', false);
  draw();
});

async function turn(kind, on) {
  try {
    await client.send(kind, on);
    if (on) right();
  } catch (error) {
    const what = { microphone: '话筒', camera: '摄像头', screen: '屏幕' }[kind];
    say(error.name === 'NotAllowedError' ? `浏览器没有获准使用${what}。请点地址栏左边的图标，允许后再按一次。`
      : error.name === 'NotFoundError' ? `这台设备上没有找到${what}。可以只听，发言请拨打会务电话。` : `${what}打不开：可能被别的程序占用，请关掉那个程序再试。`, true);
  }
  controls();
}

function warn() {
  by('banner').textContent = lineLost ? '网络中断，正在重新连接……' : weak ? '网络弱，已改为只听' : '';
  by('banner').hidden = !by('banner').textContent;
}

function draw() {
  by('recording').hidden = !state.recording;
  by('recording').textContent = state.recording ? `● 正在录制，保存到 ${state.recording}` : '';
  by('waiting').hidden = !!state.you.admitted;
  document.querySelector('.show').hidden = !state.you.admitted;
  by('count').textContent = `${state.count} 处在线`;
  by('mode').textContent = (state.open ? '自由发言' : '主持人点名发言') + (client.sends('microphone') && !maySpeak() ? '，现在别人听不到您这里' : '');
  by('chair').textContent = !state.chair ? '主持人还没有进来' : state.chairPresent ? (nameOf(state.chair) ? `主持人：${nameOf(state.chair)}` : '主持人已进来') : '主持人的线路断了，会场照旧，正在等候';
  by('agenda').hidden = !state.agenda.length;
  by('agenda').replaceChildren(...state.agenda.map((item, at) => element('li', at === state.item ? { 'aria-current': 'step' } : {}, item)));
  slides();
  faces();
  if (by('people')) list(state, me, client);
  controls();
  showHosting(state);
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
  const none = soundOnly ? '您选了只听声音，没有收画面。' : weak ? '网络弱，现在没有画面，声音照常。' : '';
  const shown = stage.show({ pictures, names: nameOf, front, speaker: speakers[0], none });
  by('nopicture').textContent = lineLost ? '' : none || (connected ? '现在没有画面，声音已接通。' : '正在接通声音和画面……');
  by('nopicture').hidden = lineLost || shown > 0 || !!state?.deck && !none;
  by('speaking').textContent = speakers.length && nameOf(speakers[0]) ? `正在发言：${nameOf(speakers[0])}` : '';
}

function controls() {
  const pressed = (id, on, label) => { const button = by(id); if (button) { button.setAttribute('aria-pressed', String(on)); button.textContent = label; } };
  const speak = maySpeak(), hand = !!(me && seatOf(me)?.hand);
  pressed('microphone', client.sends('microphone'), client.sends('microphone') ? '关话筒' : '开话筒');
  pressed('camera', client.sends('camera'), client.sends('camera') ? '关摄像头' : '开摄像头');
  pressed('screen', client.sends('screen'), client.sends('screen') ? '停止共享' : '共享屏幕');
  pressed('pictures', !soundOnly, soundOnly ? '看画面' : '只听声音');
  pressed('hand', hand, hand ? '取消申请' : '申请发言');
  by('microphone').hidden = !speak && !village;
  by('hand').hidden = !!speak || !state?.you.admitted;
  for (const id of ['camera', 'pictures']) by(id).hidden = !!state && !state.you.admitted;
  if (by('screen')) by('screen').hidden = !speak || !navigator.mediaDevices?.getDisplayMedia;
  own();
}

/** What the others see from here. */
function own() {
  const track = client.track('camera'), video = by('own').firstElementChild;
  by('own').hidden = !track;
  if ((video.srcObject?.getTracks()[0] ?? null) !== track) video.srcObject = track && new MediaStream([track]);
}

function gone() {
  entered = false;
  document.body.classList.remove('one-screen');
  by('inside').hidden = true;
  by('gone').hidden = false;
}

for (const kind of ['microphone', 'camera', 'screen']) by(kind)?.addEventListener('click', () => turn(kind, !client.sends(kind)));
by('hand').addEventListener('click', () => { wantsToSpeak = !seatOf(me)?.hand; client.ask({ type: 'hand', on: wantsToSpeak }); });
by('pictures').addEventListener('click', () => { soundOnly = !soundOnly; client.view(soundOnly ? 0 : PICTURES); faces(); controls(); cost(); });
by('leave').addEventListener('click', () => client.leave());
by('back').addEventListener('click', () => location.reload());
for (const [id, step] of [['previous', -1], ['next', 1]]) by(id).addEventListener('click', () => turnPage(step));
by('follow').addEventListener('click', () => { ownPage = null; slides(); });
hosting(client, () => state);
document.addEventListener('keydown', event => {
  // a remote turns pages whatever button was pressed last; the space bar belongs to the button it stands on
  if (!entered || event.target.closest('input,textarea,select') || event.key === ' ' && event.target.closest('button,summary,a')) return;
  const keys = { PageDown: 'next', ArrowRight: 'next', PageUp: 'previous', ArrowLeft: 'previous', m: 'microphone', ' ': 'hand' };
  const target = keys[event.key] && by(keys[event.key]);
  if (target && !target.hidden && !target.closest('[hidden]')) { event.preventDefault(); target.click(); }
});

// what an hour of this costs, from what arrived in the last ten seconds; until then what is usual stands there
let counted = null;
async function cost() {
  if (!entered) return;
  const bytes = await client.octets(), now = performance.now();
  if (counted && bytes > counted.bytes) {
    const hour = (bytes - counted.bytes) / (now - counted.now) * 3600 * 1000 / 1e6;
    by('data').textContent = `照现在的用法，一小时约 ${hour < 1000 ? Math.round(hour) + ' MB' : (hour / 1000).toFixed(1) + ' GB'}`;
  }
  counted = { bytes, now };
}
setInterval(cost, 10_000);

// on a weak line this script comes long after the page: until now a press would have been lost without a word
for (const id of ['enter', 'ring', 'try']) if (by(id)) by(id).disabled = false;
