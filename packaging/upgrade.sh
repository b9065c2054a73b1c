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
if service; then systemctl stop yizhen; fi
must_be_stopped
if grep -q '^yizhen.database.url' "$base/conf/yizhen.properties"; then
  echo "数据在自备的 PostgreSQL 里：升级前请先用 $base/current/bin/yizhen backup 留一份，再加环境变量 YIZHEN_BACKED_UP=yes 重新升级。" >&2
  [ "${YIZHEN_BACKED_UP:-}" = yes ] || exit 1
fi
stamp=$(date +%Y%m%dT%H%M%S)
old=$(readlink "$base/current")
kept="$base/backups/before-$stamp"
need=$(du -sk "$base/data" | cut -f1)
free=$(df -Pk "$base/backups" | awk 'NR==2 {print $4}')
if [ "$free" -lt $((need + need / 10 + 65536)) ]; then
  echo "磁盘空间不够留一份升级前的数据（需要 $((need / 1024)) MB，剩余 $((free / 1024)) MB），没有升级。请清理后再试。" >&2; exit 1
fi
echo "正在留存升级前的数据：$kept"
cp -a "$base/data" "$kept.part"
mv "$kept.part" "$kept"
echo "$old" > "$kept.release"
put_release
echo "正在更新数据库结构…"
if opens "$release" "$kept.log"; then
  ln -sfn "$release" "$base/current"
  ln -sfn "$old" "$base/previous"
  echo "已升级：$release"
  echo "升级前的数据在 $kept；退回见 roll-back.sh。"
  start_or_say
else
  echo "升级没有成功，已退回原样。原因：" >&2
  tail -n 5 "$kept.log" >&2
  mv "$base/data" "$base/backups/failed-$stamp"
  mv "$kept" "$base/data"
  rm -rf "$release" "$kept.release"
  if service; then systemctl start yizhen; fi
  exit 1
fi
