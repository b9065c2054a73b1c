// The one way from a page to a meeting's media server; docs/room-protocol.md tells what is spoken. A page knows
// nothing of connections, descriptions and slots: another server can stand behind this module.
//
// Events: line ('connecting' | 'open' | 'lost' | 'over'), state, refused, weak, speakers, picture, reached.

const LAYERS = [
  { rid: 'q', scaleResolutionDownBy: 4, maxBitrate: 100_000 },
  { rid: 'h', scaleResolutionDownBy: 2, maxBitrate: 300_000 },
  { rid: 'f', scaleResolutionDownBy: 1, maxBitrate: 800_000 },
];
const CAMERA = { width: { ideal: 960 }, height: { ideal: 540 }, frameRate: { ideal: 15, max: 24 } };
const MICROPHONE = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const SECTIONS = { 0: 'microphone', 1: 'camera', 2: 'screen' };
const FINAL = new Set(['bad-token', 'wrong-room', 'elsewhere', 'removed', 'not-admitted', 'room-full', 'machine-full']);
const SILENCE = 6000;
// a line that does not come about is given up: on a path that was cut, the system itself asks again ever more seldom
const PATIENCE = 4000;
// how long a line that outlived the network's absence has to say a word
const PROOF = 2000;
const AGAIN = [300, 700, 1000];
// how often a line is asked for in vain before it is first asked whether anything answers at all
const IN_VAIN = 3;

export class RoomClient extends EventTarget {
  #room; #token; #line; #over = false; #tries = 0; #heard = 0; #beat; #servers = [];
  #up; #down; #sent = { microphone: null, camera: null, screen: null }; #pictures = 9; #first = null;
  #slots = {}; #tracks = {}; #upWaits; #repair = {}; #opened = 0; #doubted = false; #round = 0;

  constructor({ room, token }) {
    super();
    this.#room = room;
    this.#token = token;
    addEventListener('online', () => this.#prove());
    addEventListener('offline', () => { this.#doubted = true; this.#tell('line', 'lost'); });
  }

  /** Opens the line and keeps it open until `leave`. */
  enter() {
    if (this.#over) return;
    this.#tell('line', 'connecting');
    this.#opened = Date.now();
    const line = this.#line = new WebSocket(location.origin.replace(/^http/, 'ws') + '/room-line');
    line.onopen = () => { this.#heard = Date.now(); line.send(JSON.stringify({ type: 'hello', room: this.#room, token: this.#token })); };
    line.onmessage = event => { if (line === this.#line) { this.#heard = Date.now(); this.#believe(); this.#told(JSON.parse(event.data)); } };
    line.onclose = () => { if (line === this.#line) this.#lost(); };
    clearInterval(this.#beat);
    this.#beat = setInterval(() => this.#keep(line), 2000);
  }

  leave() {
    this.#over = true;
    clearInterval(this.#beat);
    this.#line?.close();
    this.#close('up');
    this.#close('down');
    for (const kind of Object.keys(this.#sent)) this.#drop(kind);
    this.#tell('line', 'over');
  }

  /** Asks for something: {type: 'hand', on: true} and the steps of a 主持人. */
  ask(wish) {
    if (this.#line?.readyState === WebSocket.OPEN) this.#line.send(JSON.stringify(wish));
  }

  /** How many pictures there is room for, and whose comes first. */
  view(pictures, first = null) {
    this.#pictures = pictures;
    this.#first = first;
    this.ask({ type: 'view', pictures, first });
  }

  sends(kind) { return this.#sent[kind] !== null; }

  track(kind) { return this.#sent[kind]; }

  /** Switches microphone, camera or screen; throws what the browser says where it may not. */
  async send(kind, on, device) {
    if (!on) this.#drop(kind);
    else if (!this.#sent[kind] || device) {
      const media = kind === 'screen'
        ? await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 5 } } })
        : await navigator.mediaDevices.getUserMedia(kind === 'camera'
          ? { video: { ...CAMERA, ...(device && { deviceId: { exact: device } }) } }
          : { audio: { ...MICROPHONE, ...(device && { deviceId: { exact: device } }) } });
      // whoever left while the browser asked must not be heard
      if (this.#over) media.getTracks().forEach(track => track.stop());
      else this.#take(kind, media.getTracks()[0]);
    }
    await this.#attach(kind);
    this.#sending();
  }

  /** A track made by the page itself, for the network check. */
  async sendTrack(kind, track) {
    this.#take(kind, track);
    await this.#attach(kind);
    this.#sending();
  }

  /** Octets both ways since the connections stand; not every browser counts its transports, all count their streams. */
  async octets() {
    const { up, down } = await this.figures(), all = [...up, ...down];
    const of = (type, ...names) => all.filter(one => one.type === type).reduce((sum, one) => sum + names.reduce((part, name) => part + (one[name] ?? 0), 0), 0);
    return of('transport', 'bytesReceived', 'bytesSent')
      || of('inbound-rtp', 'bytesReceived', 'headerBytesReceived') + of('outbound-rtp', 'bytesSent', 'headerBytesSent');
  }

  /** Figures of both connections as the browser counts them. */
  async figures() {
    const all = { up: [], down: [] };
    for (const way of ['up', 'down']) {
      const connection = way === 'up' ? this.#up : this.#down;
      if (connection) (await connection.getStats()).forEach(one => all[way].push(one));
    }
    return all;
  }

  #take(kind, track) {
    this.#drop(kind);
    this.#sent[kind] = track;
    track.onended = () => { if (this.#sent[kind] === track) { this.send(kind, false); this.#tell('ended', kind); } };
  }

  #drop(kind) {
    this.#sent[kind]?.stop();
    this.#sent[kind] = null;
  }

  #told(message) {
    switch (message.type) {
      case 'servers': this.#servers = message.iceServers; break;
      case 'welcome': this.#tries = 0; this.#tell('line', 'open'); this.#tell('welcome', message); break;
      case 'media': this.#connect(); break;
      case 'up': this.#up?.setRemoteDescription({ type: 'answer', sdp: message.sdp }).catch(() => this.#mend('up')); break;
      case 'down': this.#answer(message.sdp).catch(() => this.#mend('down')); break;
      case 'slots': this.#slots = message.slots; this.#show(); break;
      case 'state': this.#tell('state', message); break;
      case 'weak': this.#tell('weak', message.weak); break;
      case 'speakers': this.#tell('speakers', message.seats); break;
      case 'error':
        if (FINAL.has(message.id)) { this.#tell('refused', message); this.leave(); } else this.#tell('refused', message);
        break;
      default:
    }
  }

  #connect() {
    this.#connectUp();
    this.ask({ type: 'view', pictures: this.#pictures, first: this.#first });
    this.ask({ type: 'down' });
    this.#sending();
  }

  async #connectUp() {
    this.#close('up');
    const up = this.#up = new RTCPeerConnection({ iceServers: this.#servers, bundlePolicy: 'max-bundle' });
    this.#watch(up, 'up');
    // all three sections from the start: switching a camera on later negotiates nothing
    up.addTransceiver(this.#sent.microphone ?? 'audio', { direction: 'sendonly' });
    up.addTransceiver(this.#sent.camera ?? 'video', { direction: 'sendonly', sendEncodings: LAYERS });
    up.addTransceiver(this.#sent.screen ?? 'video', { direction: 'sendonly', sendEncodings: [{ maxBitrate: 800_000 }] });
    await up.setLocalDescription(await up.createOffer());
    const kinds = Object.fromEntries(up.getTransceivers().map((one, at) => [one.mid, SECTIONS[at]]));
    if (up === this.#up) this.ask({ type: 'up', sdp: up.localDescription.sdp, kinds });
  }

  async #answer(sdp) {
    this.#close('down');
    const down = this.#down = new RTCPeerConnection({ iceServers: this.#servers, bundlePolicy: 'max-bundle' });
    this.#watch(down, 'down');
    this.#tracks = {};
    down.ontrack = event => { this.#tracks[event.transceiver.mid] = event.track; this.#show(); };
    await down.setRemoteDescription({ type: 'offer', sdp });
    await down.setLocalDescription(await down.createAnswer());
    if (down === this.#down) this.ask({ type: 'down-answer', sdp: down.localDescription.sdp });
  }

  async #attach(kind) {
    const at = Object.values(SECTIONS).indexOf(kind);
    await this.#up?.getTransceivers()[at]?.sender.replaceTrack(this.#sent[kind]);
  }

  #sending() {
    this.ask({ type: 'sending', kinds: Object.keys(this.#sent).filter(kind => this.#sent[kind]) });
  }

  /** Tells the page which track is whose. Sound has a track of its own and no face. */
  #show() {
    const pictures = Object.entries(this.#slots).filter(([slot]) => this.#tracks[slot])
      .map(([slot, seat]) => ({ slot, seat, track: this.#tracks[slot], sound: slot[0] === 'a', screen: slot[0] === 's' }));
    this.#tell('pictures', pictures);
  }

  #watch(connection, way) {
    connection.onconnectionstatechange = () => {
      if (connection !== (way === 'up' ? this.#up : this.#down)) return;
      if (connection.connectionState === 'connected') this.#tell('reached', way);
      if (connection.connectionState === 'failed') this.#mend(way);
      if (connection.connectionState === 'disconnected') setTimeout(() => { if (connection.connectionState === 'disconnected') this.#mend(way); }, 2000);
    };
  }

  /** Makes one connection anew, at most every two seconds. */
  #mend(way) {
    if (this.#over || this.#repair[way]) return;
    this.#repair[way] = setTimeout(() => {
      this.#repair[way] = null;
      if (way === 'up') this.#connectUp(); else this.ask({ type: 'down' });
    }, 500);
  }

  #close(way) {
    const connection = way === 'up' ? this.#up : this.#down;
    if (connection) { connection.onconnectionstatechange = null; connection.close(); }
    if (way === 'up') this.#up = null; else this.#down = null;
  }

  #keep(line) {
    if (line !== this.#line) return;
    if (line.readyState === WebSocket.OPEN) this.ask({ type: 'ping' });
    else if (Date.now() - this.#opened > PATIENCE) { line.close(); this.#lost(); return; }
    // a line that says nothing is dead, whatever the browser thinks of it
    if (Date.now() - this.#heard > SILENCE && this.#heard) { this.#heard = 0; line.close(); this.#lost(); }
  }

  /** The network is back: a line that stood through its absence may be alive or dead, and nothing but a word from it tells. */
  #prove() {
    const line = this.#line, asked = Date.now();
    if (line?.readyState !== WebSocket.OPEN) { this.#again(0); return; }
    this.ask({ type: 'ping' });
    setTimeout(() => { if (line === this.#line && this.#heard < asked) { line.close(); this.#lost(); } }, PROOF);
  }

  #believe() {
    if (!this.#doubted || !navigator.onLine) return;
    this.#doubted = false;
    this.#tell('line', 'open');
  }

  #lost() {
    this.#line = null;
    if (this.#over) return;
    this.#tell('line', 'lost');
    this.#again(AGAIN[Math.min(this.#tries++, AGAIN.length - 1)]);
  }

  #again(after) {
    clearTimeout(this.#upWaits);
    const round = ++this.#round, wanted = () => round === this.#round && !this.#over && this.#line?.readyState !== WebSocket.OPEN;
    this.#upWaits = setTimeout(async () => {
      if (!wanted()) return;
      const there = this.#tries <= IN_VAIN || await this.#answers();
      if (!wanted()) return;
      if (there) this.enter(); else this.#again(AGAIN[AGAIN.length - 1]);
    }, after);
  }

  /** Whether the server answers. Chromium makes a page whose lines came to nothing wait up to five seconds for the next, but no ordinary question. */
  async #answers() {
    const patience = new AbortController(), late = setTimeout(() => patience.abort(), PATIENCE);
    try {
      await fetch('/icon.svg', { method: 'HEAD', cache: 'no-store', signal: patience.signal });
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(late);
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
