#!/bin/sh
# The packaged program: its own runtime, its own PostgreSQL, nothing of the machine's.
set -eu
self=$0
while [ -L "$self" ]; do
  link=$(readlink -- "$self")
  case "$link" in /*) self=$link ;; *) self=$(dirname -- "$self")/$link ;; esac
done
home=$(CDPATH= cd -- "$(dirname -- "$self")/.." && pwd -P)
base=${YIZHEN_BASE:-$(CDPATH= cd -- "$home/../.." && pwd -P)}
cache="$home/program/yizhen.aot"
set_cache=
# a cache that does not fit is no reason not to start: the program then only starts more slowly
if [ -f "$cache" ]; then set_cache="-XX:AOTCache=$cache"; fi
command=${1:-help}
[ $# -gt 0 ] && shift
if [ "$command" = run ]; then
  if [ -f "$base/conf/yizhen.properties" ]; then
    set -- --no-demo "--spring.config.additional-location=file:$base/conf/yizhen.properties" "$@"
  fi
fi
# the serial collector starts a second and a half sooner on two cores, and a county's heap is small; options of the
# operator, such as -XX:+UseG1GC on a large machine, take its place
# every command that opens a database, restoring too, finds the server programs there
# shellcheck disable=SC2086 # options of the operator are words
exec "$home/runtime/bin/java" ${set_cache:+"$set_cache"} "-Dyizhen.postgres=$home/postgres" --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 \
  ${YIZHEN_JAVA_OPTIONS:--XX:+UseSerialGC} -jar "$home/program/yizhen.jar" "$command" "$@"
