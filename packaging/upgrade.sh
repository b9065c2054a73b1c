#!/bin/sh
# 升级：先停下，留一份升级前的数据，更新数据库结构并核对，再换程序；不成就退回原样。用法：./upgrade.sh [--to 目录]
set -eu
from=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
. "$from/release.sh"
base=/opt/yizhen
while [ $# -gt 0 ]; do
  case "$1" in
    --to) [ $# -ge 2 ] || { echo "参数 --to 后面缺少目录。" >&2; exit 2; }; base=$(absolute "$2"); shift 2 ;;
    *) echo "不认识的参数：$1。用法：./upgrade.sh [--to 目录]" >&2; exit 2 ;;
  esac
done
[ -e "$base/current" ] || { echo "$base 里没有装过一针，请用 ./install.sh --to $base。" >&2; exit 2; }
check_whole
if own_database && [ "${YIZHEN_BACKED_UP:-}" != yes ]; then
  echo "数据在自备的 PostgreSQL 里：升级前请先用 $base/current/bin/yizhen backup 留一份，再加环境变量 YIZHEN_BACKED_UP=yes 重新升级。没有改动任何内容。" >&2
  exit 1
fi
find_data
room_for "$store"
stop_service_until_done
must_be_stopped
stamp=$(date +%Y%m%dT%H%M%S)
old=$(readlink "$base/current")
kept="$base/backups/before-$stamp"
echo "正在留存升级前的数据：$kept"
half="$kept.part"
cp -a "$store" "$half"
mv "$half" "$kept"
half=
echo "$old" > "$kept.release"
put_release
echo "正在更新数据库结构…"
if opens "$release" "$kept.log"; then
  ln -sfn "$release" "$base/current"
  ln -sfn "$old" "$base/previous"
  done_with_it
  echo "已升级：$release"
  echo "升级前的数据在 $kept；退回见 roll-back.sh。"
  start_or_say
else
  echo "升级没有成功，退回原样。原因：" >&2
  tail -n 5 "$kept.log" >&2
  if own_database; then
    echo "自备的 PostgreSQL 里可能已更新了一部分结构：旧程序如果因此不启动，请把升级前的备份恢复到一个新的数据库，再改 yizhen.database.url。" >&2
  fi
  rm -rf "$release" "$kept.release"
  if ! at_rest; then
    echo "数据目录正在使用，没有动它；升级前留存的数据在 $kept。" >&2
    exit 1
  fi
  mv "$store" "$base/backups/failed-$stamp"
  mv "$kept" "$store"
  exit 1
fi
