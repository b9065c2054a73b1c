#!/bin/sh
# 退回升级前的程序。用法：./roll-back.sh [--to 目录] [--with-data]
# 数据库结构变过的，旧程序会拒绝打开新数据；这时加 --with-data，连数据一起退回升级前（升级后登记的内容另存，不删除）。
set -eu
from=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
. "$from/release.sh"
base=/opt/yizhen
data=no
while [ $# -gt 0 ]; do
  case "$1" in
    --to) [ $# -ge 2 ] || { echo "参数 --to 后面缺少目录。" >&2; exit 2; }; base=$(absolute "$2"); shift 2 ;;
    --with-data) data=yes; shift ;;
    *) echo "不认识的参数：$1。用法：./roll-back.sh [--to 目录] [--with-data]" >&2; exit 2 ;;
  esac
done
[ -L "$base/previous" ] || { echo "$base 没有升级过，没有可以退回的程序。" >&2; exit 2; }
old=$(readlink "$base/previous")
now=$(readlink "$base/current")
stamp=$(date +%Y%m%dT%H%M%S)
if [ "$data" = yes ] && own_database; then
  echo "数据在自备的 PostgreSQL 里，这里没有它的副本，没有改动任何内容。请把升级前的备份恢复到一个新的数据库，改 yizhen.database.url 指向它，再不加 --with-data 退回。" >&2
  exit 1
fi
if [ "$data" = yes ]; then
  last=$(find "$base/backups" -maxdepth 1 -name 'before-*.release' | sort | tail -n 1)
  kept=${last%.release}
  [ -n "$last" ] && [ -d "$kept" ] || { echo "没有找到升级前留存的数据（$base/backups），没有改动任何内容。" >&2; exit 1; }
  [ "$(cat "$last")" = "$old" ] || { echo "最近一次留存的数据不属于要退回的程序，没有改动任何内容。" >&2; exit 1; }
  room_for "$kept"
fi
find_data
stop_service_until_done
must_be_stopped
if [ "$data" = yes ]; then
  half="$store.part"
  rm -rf "$half"
  cp -a "$kept" "$half"
  mv "$store" "$base/backups/after-$stamp"
  mv "$half" "$store"
  half=
  echo "升级之后的数据另存在 $base/backups/after-$stamp。"
elif ! opens "$old" "$base/backups/roll-back-$stamp.log"; then
  echo "旧程序打不开现在的数据，没有退回：" >&2
  tail -n 3 "$base/backups/roll-back-$stamp.log" >&2
  if own_database; then
    echo "请把升级前的备份恢复到一个新的数据库，改 yizhen.database.url 指向它，再退回。" >&2
  else
    echo "需要连数据一起退回升级前的，加 --with-data。" >&2
  fi
  exit 1
fi
ln -sfn "$old" "$base/current"
ln -sfn "$now" "$base/previous"
done_with_it
echo "已退回：$old"
start_or_say
