#!/bin/sh
# The second witness of docs/bandwidth.md: the kernel's token bucket between the server and one village in a network
# namespace: 2 Mbit/s, then 300 kbit/s, then 150 kbit/s, then 2 Mbit/s, so many seconds each. Needs root and iproute2.
#   after `./mvnw -pl bench -am test-compile dependency:build-classpath`, with CLASSPATH set: bench/tbf.sh 15
set -eu
seconds=${1:-15}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
ns=yizhen-village
outside=10.207.7.1
inside=10.207.7.2
port=18190
run() { exec "$java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -cp "$CLASSPATH" "$@"; }
clean() {
  [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
  [ -z "${generator:-}" ] || kill "$generator" 2>/dev/null || true
  ip link del yz-out 2>/dev/null || true
  ip netns del $ns 2>/dev/null || true
  rm -f "$told"
}
told=$(mktemp)
trap clean EXIT INT TERM
ip netns add $ns
ip link add yz-out type veth peer name yz-in
ip link set yz-in netns $ns
ip addr add $outside/30 dev yz-out
ip link set yz-out up
ip netns exec $ns ip addr add $inside/30 dev yz-in
ip netns exec $ns ip link set yz-in up
ip netns exec $ns ip link set lo up
rate() {
  tc qdisc replace dev yz-out root tbf rate "$1" burst 4kb latency 300ms
  echo "线路 $1" >> "$told"
}
run cn.yizhen.bench.sfu.ForwardingProcess $port $outside & server=$!
# cameras come from outside the namespace, over loopback to the same server
run cn.yizhen.bench.sfu.Cameras $outside $port 6 & generator=$!
rate 2mbit
ip netns exec $ns "$java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -cp "$CLASSPATH" cn.yizhen.bench.sfu.Village $outside $port $((4 * seconds)) >> "$told" & village=$!
until grep -q kbit/s "$told" || ! kill -0 $village 2>/dev/null; do sleep 1; done
for next in 300kbit 150kbit 2mbit; do sleep "$seconds"; rate $next; done
wait $village || true
cat "$told"
