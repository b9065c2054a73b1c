// 试一试话筒和喇叭: what is heard goes nowhere but to the bar.
import { by } from './page.js';

const LISTENS = 8000, LOUD_ENOUGH = 0.02;

by('try')?.addEventListener('click', async () => {
  by('try').disabled = true;
  try {
    const media = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true } });
    const settings = media.getAudioTracks()[0].getSettings();
    by('echo').textContent = settings.echoCancellation === false ? '这支话筒没有消除回声：会场喇叭请调小，或用带消回声的全向话筒。' : '话筒已消除回声。';
    by('heardyou').textContent = '请说一句话……';
    const loudest = await listen(media);
    by('heardyou').textContent = loudest > LOUD_ENOUGH ? '听得到您的声音。' : '没有听到声音：请检查话筒有没有插好、有没有关掉。';
  } catch {
    by('heardyou').textContent = '话筒没有打开：浏览器没有获准，或没有接话筒。可以只听进入。';
  }
  by('try').disabled = false;
});

/** Shows the level for a while; the loudest of it, from 0 to 1. */
async function listen(media) {
  const sound = new AudioContext(), meter = sound.createAnalyser(), values = new Float32Array(512), until = performance.now() + LISTENS;
  sound.createMediaStreamSource(media).connect(meter);
  let loudest = 0;
  while (performance.now() < until) {
    await new Promise(requestAnimationFrame);
    meter.getFloatTimeDomainData(values);
    const level = Math.max(...values.map(Math.abs));
    loudest = Math.max(loudest, level);
    by('level').value = Math.min(1, level * 2);
  }
  media.getTracks().forEach(track => track.stop());
  await sound.close();
  return loudest;
}

by('ring')?.addEventListener('click', () => {
  const sound = new AudioContext(), tone = sound.createOscillator(), gain = sound.createGain();
  gain.gain.value = 0.2;
  tone.connect(gain).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 1);
  tone.onended = () => sound.close();
});
