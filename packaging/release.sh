# What install.sh, upgrade.sh and roll-back.sh share. Wants $base; $from where a release is put.

absolute() { case "$1" in /*) echo "$1" ;; *) echo "$(pwd)/$1" ;; esac; }

# A systemd service is kept for the usual place only; elsewhere whoever installed starts the program.
service() { [ "$base" = /opt/yizhen ] && [ -d /run/systemd/system ] && [ "$(id -u)" = 0 ]; }

# Root lets the program run as its own user, never as root.
as_user() {
  if [ "$(id -u)" = 0 ] && id yizhen >/dev/null 2>&1; then setpriv --reuid yizhen --regid yizhen --init-groups "$@"; else "$@"; fi
}

own() {
  if [ "$(id -u)" = 0 ] && id yizhen >/dev/null 2>&1; then chown -R yizhen: "$@"; fi
}

# The county's own PostgreSQL, which no copy of a directory here holds.
own_database() { grep -Eq '^[[:space:]]*yizhen\.database\.url[[:space:]]*[=:]' "$base/conf/yizhen.properties"; }

# Says how much the disk lacks for one more copy of a directory, and fails then.
room_for() {
  need=$(du -sk "$1" | cut -f1)
  free=$(df -Pk "$base/backups" | awk 'NR==2 {print $4}')
  if [ "$free" -lt $((need + need / 10 + 65536)) ]; then
    echo "磁盘空间不够再放一份数据（需要 $((need / 1024)) MB，剩余 $((free / 1024)) MB），没有改动任何内容。请清理后再试。" >&2
    return 1
  fi
}

# Whatever ends the script before it is done: half a copy goes, and a service that ran runs again.
stop_service_until_done() {
  half=
  if service; then systemctl stop yizhen; fi
  trap 'if [ -n "$half" ]; then rm -rf "$half"; fi; if service; then systemctl start yizhen; fi' EXIT
  trap 'exit 1' INT TERM
}

done_with_it() { trap - EXIT INT TERM; }

check_whole() {
  (cd "$from" && sha256sum --quiet -c SHA256SUMS) || {
    echo "安装包不完整或被改动过（见上面的文件），没有改动任何内容。请重新拷贝安装包。" >&2; exit 1; }
}

# Sets $store, where the data are: beside the program, unless the settings name another place.
find_data() {
  store=$(sed -n 's/^[[:space:]]*yizhen\.data[[:space:]]*[=:][[:space:]]*//p' "$base/conf/yizhen.properties" | tail -n 1)
  store=${store:-$base/data}
}

# Says what still uses the data, and fails then. The program is asked: its lock is of another kind than that of flock.
at_rest() { [ ! -d "$store" ] || "$from/bin/yizhen" stopped --data "$store" >&2; }

must_be_stopped() {
  at_rest || { echo "没有改动任何内容。" >&2; exit 1; }
}

put_release() {
  release="$base/releases/$(cat "$from/VERSION")-$(tr -d '\n' < "$from/COMMIT" | cut -c1-12)"
  [ ! -e "$release" ] || release="$release-$(date +%Y%m%dT%H%M%S)"
  rm -rf "$release.part"
  mkdir -p "$release.part"
  (cd "$from" && tar -cf - .) | (cd "$release.part" && tar -xf -)
  mv "$release.part" "$release"
  make_cache
}

# From one whole start on an empty database, up to the first pages. It only makes starting faster, so failing to make it stops nothing.
make_cache() {
  echo "正在为本机准备快速启动（约一分钟）…"
  trial=$(mktemp -d)
  own "$trial"
  as_user "$release/runtime/bin/java" -XX:AOTCacheOutput="$trial/yizhen.aot" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 \
    -jar "$release/program/yizhen.jar" run --no-demo --port 0 --data "$trial/data" \
    "--yizhen.postgres=$release/postgres" --yizhen.management.port=0 --yizhen.trial-run=true >"$trial/log" 2>&1 || true
  if [ -s "$trial/yizhen.aot" ]; then
    cp "$trial/yizhen.aot" "$release/program/yizhen.aot"
  else
    echo "快速启动没有准备成（不影响使用）：" >&2
    tail -n 3 "$trial/log" >&2
  fi
  rm -rf "$trial"
}

# Whether a release opens the data as they are; it brings them to its schema, answers a page, and stops again.
opens() {
  as_user env YIZHEN_BASE="$base" "$1/bin/yizhen" run --port 0 --yizhen.management.port=0 --yizhen.trial-run=true > "$2" 2>&1
}

start_or_say() {
  if service; then systemctl start yizhen; else echo "请启动：$base/current/bin/yizhen run"; fi
}
