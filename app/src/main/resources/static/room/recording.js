// Plays the files of a recording together: one clock, and every player kept to it.
const page = document.querySelector('[data-recording]');
const by = id => document.getElementById(id);
const stage = by('stage'), sounds = by('sounds');
const APART = 0.25, AHEAD = 10;
let pieces = [], marks = [], length = 0, at = 0, playing = false, since = 0;

const address = page.dataset.recording;
if (address) load();

async function load() {
  const answer = await fetch(address + '/timeline', { headers: { Accept: 'application/json' } }).catch(() => null);
  if (!answer?.ok) return say(answer?.status === 404 ? '这次录制里没有录到画面和声音。' : '录像没有取到，请刷新再试。');
  const timeline = await answer.json();
  marks = timeline.marks;
  pieces = timeline.pieces.map(player);
  const notes = [...timeline.notes, ...timeline.pieces.some(one => one.gaps) ? ['路上丢过数据，有的画面会停一下。'] : []];
  by('notes').replaceChildren(...notes.map(text => Object.assign(document.createElement('li'), { textContent: text })));
  if (!pieces.length) say('这次录制里没有录到画面和声音。');
  setInterval(keep, 100);
  keep();
}

function player(piece) {
  const sound = piece.kind === 'microphone';
  const media = document.createElement(sound ? 'audio' : 'video');
  media.preload = 'metadata';
  media.playsInline = true;
  media.src = `${address}/${piece.file}`;
  const one = { ...piece, from: piece.at / 1000, media, box: media };
  media.addEventListener('loadedmetadata', () => { length = Math.max(length, one.from + media.duration); by('at').max = Math.ceil(length); clock(); });
  media.addEventListener('error', () => { one.broken = true; say('有一段这个浏览器放不出来，请换新版 Chrome 或 Edge。'); });
  if (!sound) {
    one.box = document.createElement('figure');
    one.box.className = piece.kind === 'screen' ? 'screen' : '';
    one.box.append(media, Object.assign(document.createElement('figcaption'), { textContent: piece.label + (piece.kind === 'screen' ? ' 的屏幕' : '') }));
  }
  return one;
}

function now() {
  return playing ? Math.min(length, at + (performance.now() - since) / 1000) : at;
}

/** Shows what belongs to this moment, and brings every player to it. */
function keep() {
  const time = now();
  if (playing && length && time >= length) pause();
  let pictures = 0;
  for (const one of pieces) {
    const within = time - one.from, here = !one.broken && within >= 0 && within < (one.media.duration || Infinity);
    if (here && !one.box.isConnected) (one.kind === 'microphone' ? sounds : stage).append(one.box);
    if (!here && one.box.isConnected) { one.media.pause(); one.box.remove(); }
    if (!here) continue;
    if (one.kind !== 'microphone') pictures++;
    if (Math.abs(one.media.currentTime - within) > (playing ? APART : 0.05) && !one.media.seeking) one.media.currentTime = within;
    if (playing && one.media.paused) one.media.play().catch(() => say('浏览器没有放出声音，请再按一次播放。'));
    if (!playing && !one.media.paused) one.media.pause();
  }
  shown(time, pictures);
  if (playing) { by('at').value = Math.floor(time); clock(); }
}

function shown(time, pictures) {
  const mark = marks.filter(one => one.at / 1000 <= time).at(-1);
  by('item').hidden = !mark?.item;
  by('item').textContent = mark?.item ? `议程：${mark.item}` : '';
  by('pages').hidden = !mark?.page;
  const source = mark?.page ? `${address}/${mark.page}` : 'data:,';
  if (by('shown').getAttribute('src') !== source) by('shown').src = source;
  by('nopicture').hidden = pictures > 0 || !!mark?.page;
}

function pause() {
  at = now();
  playing = false;
  by('play').textContent = '播放';
  page.dataset.playing = '';
}

function play() {
  if (at >= length) at = 0;
  since = performance.now();
  playing = true;
  by('play').textContent = '停一下';
  page.dataset.playing = 'yes';
}

function to(time) {
  at = Math.max(0, Math.min(length, time));
  since = performance.now();
  by('at').value = Math.floor(at);
  clock();
  keep();
}

function clock() {
  const text = seconds => [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60].map(one => String(one).padStart(2, '0')).join(':');
  by('clock').textContent = `${text(now())} / ${text(length)}`;
}

function say(text) {
  by('note').textContent = text;
  by('note').hidden = !text;
}

by('play')?.addEventListener('click', () => { if (playing) pause(); else play(); keep(); });
by('at')?.addEventListener('input', event => to(Number(event.target.value)));
document.addEventListener('keydown', event => {
  if (!address || event.target.closest('input,textarea,button,summary')) return;
  if (event.key === ' ') { event.preventDefault(); by('play').click(); }
  if (event.key === 'ArrowRight') to(now() + AHEAD);
  if (event.key === 'ArrowLeft') to(now() - AHEAD);
});
