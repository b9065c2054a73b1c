// Who is seen and heard. A picture that stands still is covered with words: a face that stopped looks like one that listens.
import { by, element, say } from './page.js';

const STILL = 3000;

export class Stage {
  #stage = by('stage'); #sounds = by('sounds'); #lineLost = false;

  constructor() {
    setInterval(() => this.#watch(), 500);
  }

  /** While the line is lost nothing comes; a shared screen that does not change is otherwise no sign of that. */
  set lineLost(lost) {
    this.#lineLost = lost;
  }

  /**
   * @param pictures what the room sends, as room-client tells it
   * @param names    how a seat is called
   * @param front    whether a seat is at the front
   * @param speaker  the seat that speaks now, or undefined
   * @param none     why there is no picture at all, or empty
   */
  show({ pictures, names, front, speaker, none }) {
    this.#see(none ? [] : pictures.filter(one => !one.sound), names, front, speaker);
    this.#hear(pictures.filter(one => one.sound));
    return this.#stage.children.length;
  }

  #see(cameras, names, front, speaker) {
    const keep = new Map([...this.#stage.children].map(face => [face.dataset.slot, face]));
    cameras.sort((a, b) => b.screen - a.screen || front(b.seat) - front(a.seat));
    const shown = cameras.map(one => {
      const face = keep.get(one.slot) ?? element('figure', { 'data-slot': one.slot },
        watched(element('video', { autoplay: true, playsInline: true, muted: true })), element('p', { className: 'cover' }), element('figcaption'));
      const video = face.firstChild;
      const another = video.srcObject?.getTracks()[0] !== one.track;
      if (another) video.srcObject = new MediaStream([one.track]);
      // the place shows somebody else from now on: until the first picture comes it has the last one of whoever was there
      if (another || face.dataset.seat !== one.seat) Object.assign(face, { frames: frames(video), at: performance.now(), comes: true });
      face.dataset.seat = one.seat;
      face.dataset.screen = one.screen ? 'yes' : '';
      face.lastChild.textContent = names(one.seat) + (one.screen ? ' 的屏幕' : '');
      face.className = (one.screen ? 'screen ' : '') + (front(one.seat) ? 'main ' : '') + (speaker === one.seat ? 'speaks' : '');
      return face;
    });
    if (shown.length !== this.#stage.children.length || shown.some((face, at) => this.#stage.children[at] !== face)) this.#stage.replaceChildren(...shown);
    this.#watch();
  }

  #watch() {
    const now = performance.now();
    for (const face of this.#stage.children) {
      const count = frames(face.firstChild);
      if (count > face.frames) Object.assign(face, { at: now, comes: false });
      face.frames = count;
      const still = now - face.at > STILL && (!face.dataset.screen || face.comes || this.#lineLost);
      const words = still ? '现在没有画面' : face.comes ? '画面正在接通……' : '';
      const cover = face.children[1];
      if (cover.textContent !== words) cover.textContent = words;
      cover.hidden = !words;
    }
  }

  #hear(heard) {
    const playing = new Map([...this.#sounds.children].map(one => [one.dataset.slot, one]));
    for (const one of heard) {
      const sound = playing.get(one.slot) ?? element('audio', { autoplay: true, 'data-slot': one.slot });
      if (sound.srcObject?.getTracks()[0] !== one.track) sound.srcObject = new MediaStream([one.track]);
      if (!sound.isConnected) this.#sounds.append(sound);
      playing.delete(one.slot);
      sound.play?.().catch(error => { if (error.name === 'NotAllowedError') say('浏览器没有放出声音，请按一下页面任意处。', true); });
    }
    playing.forEach(one => one.remove());
  }
}

/** Counts the frames of a video that its browser tells of one by one. */
function watched(video) {
  const another = () => { video.told = (video.told ?? 0) + 1; video.requestVideoFrameCallback(another); };
  video.requestVideoFrameCallback?.(another);
  return video;
}

/** Frames so far: Firefox has none of a stream in its count and tells of each, others count; where neither is so, a picture with a size is taken to move. */
function frames(video) {
  const count = Math.max(video.told ?? 0, video.getVideoPlaybackQuality?.().totalVideoFrames ?? 0);
  return count || video.requestVideoFrameCallback || !video.videoWidth ? count : performance.now();
}
