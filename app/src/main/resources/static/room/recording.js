// Plays the files of a recording together: one clock, and every player kept to it.
import { by, element, say } from './page.js';

const page = document.querySelector('[data-recording]');
const stage = by('stage'), sounds = by('sounds');
const FAR = 1, STEP = 10, AHEAD = 8, PATIENCE = 8, AGAIN = 3000, QUIET = 5;
let pieces = [], marks = [], length = 0, at = 0, playing = false, last = performance.now(), waited = 0;

const address = page.dataset.recording;

async function load() {
  const answer = await fetch(address + '/timeline', { headers: { Accept: 'application/json' } }).catch(() => null);
  if (!answer?.ok) return say(answer?.status === 404 ? '这次录制里没有录到画面和声音。' : '录像没有取到，请刷新再试。');
  const timeline = await answer.json();
  marks = timeline.marks;
  pieces = timeline.pieces.filter(one => one.millis).map(player);
  length = Math.max(0, ...pieces.map(one => one.until));
  by('at').max = Math.ceil(length);
  clock();
  const notes = [...timeline.notes, ...timeline.pieces.some(one => one.gaps) ? ['路上丢过数据，有的画面会停一下。'] : []];
  by('notes').replaceChildren(...notes.map(text => element('li', {}, text)));
  if (!pieces.length) return say('这次录制里没有录到画面和声音。');
  by('play').disabled = by('at').disabled = false;
  setInterval(keep, 100);
  keep();
}

function player(piece) {
  const sound = piece.kind === 'microphone', media = element(sound ? 'audio' : 'video', { playsInline: true, preload: 'auto' });
  const one = { ...piece, from: piece.at / 1000, until: (piece.at + piece.millis) / 1000, media, box: media, soughtAt: 0 };
  media.addEventListener('error', () => { if (media.getAttribute('src')) { one.broken = true; say('有一段这个浏览器放不出来，请换新版 Chrome 或 Edge。'); } });
  if (!sound) {
    one.cover = element('p', { className: 'cover' }, '正在取这一段画面……');
    one.box = element('figure', { className: piece.kind === 'screen' ? 'screen' : '' }, media, one.cover,
      element('figcaption', {}, piece.label + (piece.kind === 'screen' ? ' 的屏幕' : '')));
  }
  return one;
}

/** A browser opens few connections at once: a file is asked for shortly before its time, and given back after it. */
function hold(one, wanted) {
  if (wanted === one.media.hasAttribute('src')) return;
  if (wanted) one.media.src = `${address}/${one.file}`;
  else { one.media.removeAttribute('src'); one.media.load(); }
}

/** Lets time pass, shows what belongs to this moment, and brings every player to it. */
function keep() {
  const tick = performance.now(), passed = (tick - last) / 1000;
  last = tick;
  const here = pieces.filter(one => !one.broken && at >= one.from && at < one.until);
  // whoever cannot follow is waited for, but not for ever
  const slow = playing && here.some(one => one.media.readyState < 3);
  waited = slow ? waited + passed : 0;
  if (playing && (!slow || waited > PATIENCE)) at = Math.min(length, at + passed);
  if (playing && !here.length) skip();
  if (playing && at >= length) pause();
  for (const one of pieces) {
    const now = here.includes(one);
    hold(one, !one.broken && at >= one.from - AHEAD && at < one.until);
    if (now && !one.box.isConnected) (one.kind === 'microphone' ? sounds : stage).append(one.box);
    if (!now && one.box.isConnected) { one.media.pause(); one.box.remove(); }
    if (now) follow(one, at - one.from, tick);
    // a player that has no frame yet is black, and looks like a picture of nothing
    if (one.cover) one.cover.hidden = one.media.readyState >= 2;
  }
  shown(at, here.some(one => one.kind !== 'microphone'));
  if (playing) { by('at').value = Math.floor(at); clock(); }
}

/** Nobody was heard or seen: on to the next that begins, with a page still looked at for a moment. */
function skip() {
  const next = Math.min(...pieces.filter(one => !one.broken && one.from > at).map(one => one.from));
  if (Number.isFinite(next) && next - at > QUIET) at = next - 1;
}

/** Small differences are made up by playing a little faster or slower, large ones by a jump, now and then. */
function follow(one, within, tick) {
  const media = one.media, behind = within - media.currentTime;
  if (Math.abs(behind) > (playing ? FAR : 0.05) && !media.seeking && media.readyState > 0 && tick - one.soughtAt > (playing ? AGAIN : 0)) {
    one.soughtAt = tick;
    media.currentTime = within;
  }
  media.playbackRate = playing ? Math.min(1.1, Math.max(0.9, 1 + behind / 4)) : 1;
  if (playing && media.paused) media.play().catch(error => { if (error.name === 'NotAllowedError') say('浏览器没有放出声音，请再按一次播放。'); });
  if (!playing && !media.paused) media.pause();
}

function shown(time, pictures) {
  const past = marks.filter(one => one.at / 1000 <= time), mark = past[past.length - 1];
  by('item').hidden = !mark?.item;
  by('item').textContent = mark?.item ? `议程：${mark.item}` : '';
  by('pages').hidden = !mark?.page;
  const source = mark?.page ? `${address}/${mark.page}` : 'data:,';
  if (by('shown').getAttribute('src') !== source) by('shown').src = source;
  by('nopicture').hidden = pictures || !!mark?.page;
}

function pause() {
  playing = false;
  by('play').textContent = '播放';
  page.dataset.playing = '';
}

function play() {
  if (at >= length) at = 0;
  playing = true;
  by('play').textContent = '停一下';
  page.dataset.playing = 'yes';
}

function to(time) {
  at = Math.max(0, Math.min(length, time));
  for (const one of pieces) one.soughtAt = 0;
  by('at').value = Math.floor(at);
  clock();
  keep();
}

function clock() {
  const text = seconds => [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60].map(one => String(one).padStart(2, '0')).join(':');
  by('clock').textContent = `${text(at)} / ${text(length)}`;
}

by('play')?.addEventListener('click', () => { if (playing) pause(); else play(); keep(); });
by('at')?.addEventListener('input', event => to(Number(event.target.value)));
document.addEventListener('keydown', event => {
  if (!address || event.target.closest('input,textarea,button,summary')) return;
  if (event.key === ' ') { event.preventDefault(); by('play').click(); }
  if (event.key === 'ArrowRight') to(at + STEP);
  if (event.key === 'ArrowLeft') to(at - STEP);
});

// pressed only once there is something to play
if (address) load();
