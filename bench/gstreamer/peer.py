#!/usr/bin/python3
"""A guest in a meeting that is no browser: GStreamer's webrtcbin, speaking docs/room-protocol.md.

    bench/gstreamer/peer.py https://HOST/rooms/guest/ROOM/KEY [--seconds 20] [--name 老赵]

Comes in by the guest's link, waits until a host confirms, sends VP8 and Opus up, receives down, and prints one line of
JSON: packets and frames sent, pictures decoded per place, the loudest of each sound, in dB. Debian: gstreamer1.0-plugins-{base,good,bad}
gstreamer1.0-nice python3-gst-1.0 gir1.2-gst-plugins-bad-1.0.
"""
import argparse
import base64
import http.cookiejar
import json
import os
import re
import socket
import ssl
import struct
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstWebRTC", "1.0")
gi.require_version("GstSdp", "1.0")
from gi.repository import GLib, Gst, GstSdp, GstWebRTC  # noqa: E402


class Line:
    """A WebSocket of text messages, as much of RFC 6455 as this needs."""

    def __init__(self, origin):
        at = urllib.parse.urlsplit(origin)
        self.socket = socket.create_connection((at.hostname, at.port or (443 if at.scheme == "https" else 80)))
        if at.scheme == "https":
            self.socket = ssl.create_default_context().wrap_socket(self.socket, server_hostname=at.hostname)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET /room-line HTTP/1.1\r\nHost: {at.netloc}\r\nOrigin: {origin}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n").encode())
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self.read(1)
        if b" 101 " not in head.split(b"\r\n", 1)[0]:
            sys.exit("the line was refused: " + head.decode())
        self.lock = threading.Lock()

    def read(self, count):
        data = b""
        while len(data) < count:
            more = self.socket.recv(count - len(data))
            if not more:
                raise EOFError("the line ended")
            data += more
        return data

    def say(self, message):
        self.frame(0x81, json.dumps(message).encode())

    def frame(self, first, data):
        size = len(data)
        head = bytes([first]) + (bytes([0x80 | size]) if size < 126 else b"\xfe" + struct.pack(">H", size) if size < 65536 else b"\xff" + struct.pack(">Q", size))
        mask = os.urandom(4)
        with self.lock:
            self.socket.sendall(head + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(data)))

    def messages(self):
        text = b""
        while True:
            first, size = self.read(2)
            size &= 0x7f
            size = struct.unpack(">H", self.read(2))[0] if size == 126 else struct.unpack(">Q", self.read(8))[0] if size == 127 else size
            data = self.read(size)
            if first & 0x0f == 8:
                raise EOFError("the room ended the line")
            if first & 0x0f == 9:
                self.frame(0x8a, data)
            elif first & 0x0f in (0, 1):
                text += data
                if first & 0x80:
                    yield json.loads(text)
                    text = b""


def let_in(link, name):
    """The token of a guest, by the same form a person fills in."""
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    web = urllib.request.build_opener(Stay, urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    csrf = re.search(r'name="_csrf" value="([^"]+)"', web.open(link).read().decode()).group(1)
    try:
        web.open(link, urllib.parse.urlencode({"_csrf": csrf, "name": name}).encode())
    except urllib.error.HTTPError as answer:
        if answer.code == 302:
            return urllib.parse.parse_qs(urllib.parse.urlsplit(answer.headers["Location"]).query)["t"][0]
        raise
    sys.exit("the link let nobody in")


UP = """webrtcbin name=up bundle-policy=max-bundle
 audiotestsrc is-live=true wave=ticks ! audioconvert ! audioresample ! opusenc ! rtpopuspay pt=111 ! application/x-rtp,media=audio,encoding-name=OPUS,payload=111 ! up.
 videotestsrc is-live=true pattern=ball ! video/x-raw,width=320,height=180,framerate=15/1 ! vp8enc deadline=1 target-bitrate=300000 keyframe-max-dist=150 !
 rtpvp8pay pt=96 picture-id-mode=15-bit ! application/x-rtp,media=video,encoding-name=VP8,payload=96 ! up."""


class Peer:
    def __init__(self, line):
        self.line = line
        self.up = self.down = None
        self.pictures, self.sounds, self.sent = {}, {}, {"audio": 0, "video": 0}
        self.states = {}

    def told(self, message):
        if message["type"] == "media":
            self.begin()
        elif message["type"] == "up":
            self.describe(self.up.get_by_name("up"), GstWebRTC.WebRTCSDPType.ANSWER, message["sdp"])
        elif message["type"] == "down":
            self.answer(message["sdp"])
        elif message["type"] == "error":
            print("refused:", message["id"], file=sys.stderr)

    def begin(self):
        self.up = Gst.parse_launch(UP)
        offering = self.up.get_by_name("up")
        offering.connect("on-negotiation-needed", self.offer)
        offering.connect("notify::connection-state", lambda it, _: self.states.update(up=it.get_property("connection-state").value_nick))
        for element in ("opusenc0", "vp8enc0"):
            kind = "audio" if "opus" in element else "video"
            self.up.get_by_name(element).get_static_pad("src").add_probe(Gst.PadProbeType.BUFFER, lambda _, __, of=kind: self.count(self.sent, of))
        self.up.set_state(Gst.State.PLAYING)
        self.line.say({"type": "view", "pictures": 9, "first": None})
        self.line.say({"type": "sending", "kinds": ["microphone", "camera"]})
        self.line.say({"type": "down"})

    @staticmethod
    def count(where, what):
        where[what] = where.get(what, 0) + 1
        return Gst.PadProbeReturn.OK

    def offer(self, offering):
        if offering.get_property("signaling-state") != GstWebRTC.WebRTCSignalingState.STABLE or offering.get_property("local-description"):
            return
        def made(promise, *_):
            text = self.made(promise, "offer")
            self.describe(offering, GstWebRTC.WebRTCSDPType.OFFER, text, "set-local-description", wait=False)
            mids = [part.split("\r\n", 1)[0] for part in text.split("a=mid:")[1:]]
            kinds = [line.split()[0][2:] for line in text.split("\r\n") if line.startswith("m=")]
            self.line.say({"type": "up", "sdp": text, "kinds": {mid: "microphone" if kind == "audio" else "camera" for mid, kind in zip(mids, kinds)}})
        offering.emit("create-offer", None, Gst.Promise.new_with_change_func(made))

    def answer(self, sdp):
        self.down = Gst.Pipeline.new("down")
        answering = Gst.ElementFactory.make("webrtcbin", "down")
        answering.set_property("bundle-policy", GstWebRTC.WebRTCBundlePolicy.MAX_BUNDLE)
        answering.connect("pad-added", self.arrives)
        answering.connect("notify::connection-state", lambda it, _: self.states.update(down=it.get_property("connection-state").value_nick))
        bus = self.down.get_bus()
        bus.add_signal_watch()
        bus.connect("message::element", self.heard)
        self.down.add(answering)
        self.down.set_state(Gst.State.PLAYING)
        self.describe(answering, GstWebRTC.WebRTCSDPType.OFFER, sdp)
        def made(promise, *_):
            text = self.made(promise, "answer")
            self.describe(answering, GstWebRTC.WebRTCSDPType.ANSWER, text, "set-local-description", wait=False)
            self.line.say({"type": "down-answer", "sdp": text})
        answering.emit("create-answer", None, Gst.Promise.new_with_change_func(made))

    @staticmethod
    def made(promise, what):
        """The text of a description; the reply owns it and must live as long as it is read."""
        reply = promise.get_reply()
        return reply.get_value(what).sdp.as_text()

    @staticmethod
    def describe(bin_, kind, text, what="set-remote-description", wait=True):
        _, sdp = GstSdp.SDPMessage.new_from_text(text)
        done = Gst.Promise.new()
        bin_.emit(what, GstWebRTC.WebRTCSessionDescription.new(kind, sdp), done)
        if wait:
            done.wait()

    def arrives(self, _, pad):
        if pad.get_direction() != Gst.PadDirection.SRC:
            return
        decode = Gst.ElementFactory.make("decodebin")
        decode.connect("pad-added", self.decoded, pad.get_name())
        self.down.add(decode)
        decode.sync_state_with_parent()
        pad.link(decode.get_static_pad("sink"))

    def decoded(self, _, pad, place):
        if pad.get_current_caps().to_string().startswith("video"):
            sink = Gst.ElementFactory.make("fakesink")
            pad.add_probe(Gst.PadProbeType.BUFFER, lambda *_: self.count(self.pictures, place))
            first = sink
        else:
            first, level, sink = (Gst.ElementFactory.make(name) for name in ("audioconvert", "level", "fakesink"))
            level.set_name("level-" + place)
            for element in (first, level):
                self.down.add(element)
            first.link(level)
            self.down.add(sink)
            level.link(sink)
            level.sync_state_with_parent()
        if sink.get_parent() is None:
            self.down.add(sink)
        sink.set_property("sync", False)
        sink.sync_state_with_parent()
        first.sync_state_with_parent()
        pad.link(first.get_static_pad("sink"))

    def heard(self, _, message):
        figures = message.get_structure()
        if figures and figures.get_name() == "level":
            place = message.src.get_name()[6:]
            loud = max(figures.get_value("peak"))
            self.sounds[place] = max(self.sounds.get(place, -200), round(loud, 1))


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("link")
    ask.add_argument("--seconds", type=int, default=20)
    ask.add_argument("--name", default="第二实现")
    asked = ask.parse_args()
    Gst.init(None)
    at = urllib.parse.urlsplit(asked.link)
    origin = f"{at.scheme}://{at.netloc}"
    token, room = let_in(asked.link, asked.name), at.path.split("/")[3]
    line = Line(origin)
    peer = Peer(line)
    line.say({"type": "hello", "room": room, "token": token})
    loop = GLib.MainLoop()
    joined = threading.Event()

    def listen():
        try:
            for message in line.messages():
                if message["type"] == "media":
                    joined.set()
                GLib.idle_add(lambda told=message: peer.told(told) and False)
        except (EOFError, OSError) as ended:
            print(ended, file=sys.stderr)
            loop.quit()

    def ping():
        line.say({"type": "ping"})
        return True

    threading.Thread(target=listen, daemon=True).start()
    threading.Thread(target=lambda: (joined.wait(300), time.sleep(asked.seconds), loop.quit()), daemon=True).start()
    GLib.timeout_add(2000, ping)
    loop.run()
    print(json.dumps({"states": peer.states, "sent": peer.sent, "pictures": peer.pictures, "sounds_db": peer.sounds}), flush=True)
    os._exit(0)


main()
