// Tries this network with itself: one end sends a drawn picture and a tone, the other receives them through the server.
import { by, element } from './page.js';
import { RoomClient } from './room-client.js';

const page = document.querySelector('[data-check]');
const SECONDS = 12;

by('begin').addEventListener('click', async () => {
  by('begin').disabled = true;
  say('正在测……');
  const { check, csrf, port } = page.dataset;
  const answer = await fetch(check, { method: 'POST', headers: { 'X-CSRF-TOKEN': csrf } }).catch(() => null);
  const made = await answer?.json().catch(() => null);
  if (!answer?.ok || !made?.room) {
    say(made?.text ?? (answer ? '没有测成：请重新打开这个页面再试。' : '这里的网络连不到平台，请先查网线和网关。'));
    by('begin').disabled = false;
    return;
  }
  const { room, there, back } = made;
  const sender = new RoomClient({ room, token: there }), receiver = new RoomClient({ room, token: back });
  const reached = { line: false, up: false, down: false };
  sender.addEventListener('welcome', () => { reached.line = true; });
  sender.addEventListener('reached', event => { if (event.detail === 'up') reached.up = true; });
  receiver.addEventListener('reached', event => { if (event.detail === 'down') reached.down = true; });
  receiver.addEventListener('pictures', event => event.detail.forEach(one => {
    element(one.sound ? 'audio' : 'video', { muted: true, srcObject: new MediaStream([one.track]) }).play().catch(() => {});
  }));
  const picture = drawn(), sound = tone();
  sender.enter();
  receiver.enter();
  await sender.sendTrack('camera', picture.track);
  await sender.sendTrack('microphone', sound.track);
  await new Promise(done => setTimeout(done, SECONDS * 1000));
  const up = await sender.figures(), down = await receiver.figures();
  sender.leave();
  receiver.leave();
  picture.stop();
  sound.stop();
  tell(reached, up.up, down.down, port);
  by('begin').disabled = false;
});

function drawn() {
  const canvas = Object.assign(document.createElement('canvas'), { width: 960, height: 540 }), pen = canvas.getContext('2d');
  let at = 0;
  const timer = setInterval(() => {
    for (let i = 0; i < 40; i++) {
      pen.fillStyle = `hsl(${(at * 7 + i * 9) % 360} 70% 50%)`;
      pen.fillRect((i * 97 + at * 13) % 960, (i * 61 + at * 7) % 540, 120, 80);
    }
    at++;
  }, 66);
  const track = canvas.captureStream(15).getVideoTracks()[0];
  return { track, stop: () => { clearInterval(timer); track.stop(); } };
}

function tone() {
  const sound = new AudioContext(), source = sound.createOscillator(), out = sound.createMediaStreamDestination();
  source.connect(out);
  source.start();
  return { track: out.stream.getAudioTracks()[0], stop: () => sound.close() };
}

function tell(reached, up, down, port) {
  const pair = up.find(one => one.type === 'candidate-pair' && one.nominated) ?? up.find(one => one.type === 'candidate-pair' && one.state === 'succeeded');
  const local = up.find(one => one.id === pair?.localCandidateId);
  const way = !reached.up ? '不通' : local?.candidateType === 'relay' ? '经中转（TURN）' : local?.protocol === 'tcp' ? 'TCP' : 'UDP';
  // not every browser times its pair; all are told by the server's reports
  const seconds = pair?.currentRoundTripTime ?? up.find(one => one.type === 'remote-inbound-rtp' && one.roundTripTime > 0)?.roundTripTime;
  const roundTrip = seconds === undefined ? null : Math.round(seconds * 1000);
  const received = down.filter(one => one.type === 'inbound-rtp');
  const packets = received.reduce((sum, one) => sum + (one.packetsReceived ?? 0), 0), lost = received.reduce((sum, one) => sum + Math.max(0, one.packetsLost ?? 0), 0);
  const share = packets + lost ? lost / (packets + lost) : 0;
  const kbit = Math.round(received.reduce((sum, one) => sum + (one.bytesReceived ?? 0), 0) * 8 / 1000 / SECONDS);
  const frames = received.filter(one => one.kind === 'video').reduce((sum, one) => sum + (one.framesDecoded ?? 0), 0);
  const heard = received.some(one => one.kind === 'audio' && one.packetsReceived > 100);
  rows([['网页到服务器（WSS）', reached.line ? '通' : '不通'], ['媒体走的路', way], ['往返时间', roundTrip === null ? '没有测到' : `${roundTrip} 毫秒`],
    ['丢失', `${(share * 100).toFixed(1)}%`], ['收到', `${kbit} kbit/s，画面 ${frames} 帧，声音${heard ? '有' : '没有'}`]]);
  const asks = [];
  if (!reached.line) asks.push('请放行到平台地址 443 端口的 WebSocket（WSS），不要由代理截断长连接。');
  if (!reached.up || !reached.down) asks.push(`请放行到平台地址 UDP ${port} 和 TCP ${port} 两个端口的出站连接。`);
  else if (way !== 'UDP') asks.push(`请放行到平台地址 UDP ${port} 端口的出站连接：现在只能走 ${way}，画面容易卡。`);
  if (share > 0.02) asks.push(`丢包 ${(share * 100).toFixed(1)}%，请检查线路质量；用无线网的先换网线再测一次。`);
  if (roundTrip > 200) asks.push(`往返 ${roundTrip} 毫秒，请查到县机房的路由是不是绕远了。`);
  if (reached.down && kbit < 200) asks.push('上行或下行带宽不足 200 kbit/s，请问清签约的上下行各是多少；先关掉同一条线上的下载和监控上传再测。');
  const enough = reached.up && reached.down && heard;
  say(!reached.line || !reached.up || !reached.down ? '这里的网络现在开不了会。' : enough && frames > 50 && share < 0.05 ? '可以开会：声音和画面都行。'
    : heard ? '可以听会：声音行，画面会时有时无。' : '声音也不稳，开会前请先处理下面的事。');
  by('askhead').hidden = !asks.length;
  by('ask').replaceChildren(...asks.map(text => element('li', {}, text)));
}

function rows(found) {
  by('table').hidden = false;
  by('found').replaceChildren(...found.map(([what, value]) => element('tr', {}, element('th', { scope: 'row' }, what), element('td', {}, value))));
}

function say(text) {
  by('verdict').textContent = text;
  by('verdict').hidden = false;
}

// a press before this would have been lost without a word
by('begin').disabled = false;
