#!/bin/sh
# 安装一针，不需要网络：./install.sh [--to 目录]
# 目录下：releases/版本、current、conf/yizhen.properties、data、backups。root 默认装到 /opt/yizhen 并登记 systemd 服务。
set -eu
from=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
. "$from/release.sh"
base=/opt/yizhen
while [ $# -gt 0 ]; do
  case "$1" in
    --to) [ $# -ge 2 ] || { echo "参数 --to 后面缺少目录。" >&2; exit 2; }; base=$(absolute "$2"); shift 2 ;;
    *) echo "不认识的参数：$1。用法：./install.sh [--to 目录]" >&2; exit 2 ;;
  esac
done
if [ -e "$base/current" ]; then
  echo "$base 里已经装有一针。升级请用 ./upgrade.sh --to $base；另装一套请换一个目录。" >&2; exit 2
fi
check_whole
if [ "$(id -u)" = 0 ] && [ "$base" = /opt/yizhen ] && ! id yizhen >/dev/null 2>&1; then
  useradd --system --user-group --home-dir "$base" --shell /usr/sbin/nologin yizhen
fi
mkdir -p "$base/releases" "$base/conf" "$base/data" "$base/backups"
chmod 700 "$base/data" "$base/backups"
put_release
[ -f "$base/conf/yizhen.properties" ] || sed "s|@BASE@|$base|g" "$from/yizhen.properties" > "$base/conf/yizhen.properties"
chmod 600 "$base/conf/yizhen.properties"
own "$base/data" "$base/backups" "$base/conf"
sed "s|@BASE@|$base|g" "$from/yizhen.service" > "$base/yizhen.service"
ln -sfn "$release" "$base/current"
if service; then
  cp "$base/yizhen.service" /etc/systemd/system/yizhen.service
  systemctl daemon-reload
  systemctl enable yizhen
fi
echo "已安装到 $base。"
echo "先核对设置（区划代码、名称、证书；区划代码在第一次启动后不能再改）：$base/conf/yizhen.properties"
if service; then echo "再启动：systemctl start yizhen"; else echo "再启动：$base/current/bin/yizhen run"; fi
echo "第一个账号：启动后见日志所说的一次性代码文件，打开 /first-run。"
