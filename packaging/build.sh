#!/bin/sh
# ./yizhen package [FILE.tar.gz]: one archive that installs with the network off. Called by ./yizhen with JAVA_HOME and jar set.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
jar=$1
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$here/pom.xml" | sed -n 2p)
machine="$(uname -s | tr 'A-Z' 'a-z')-$(uname -m)"
name="yizhen-$version-$machine"
target=${2:-$(pwd)/$name.tar.gz}
case "$target" in /*) ;; *) target=$(pwd)/$target ;; esac
[ -d "$(dirname -- "$target")" ] || { echo "目录不存在：$(dirname -- "$target")。请先建好，或换一个文件名。" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
home="$work/$name"
mkdir "$home"

echo "拆开程序…" >&2
"$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$home/program" >/dev/null
mv "$home"/program/yizhen-app-*-boot.jar "$home/program/yizhen.jar"

echo "放入数据库程序…" >&2
packed=$(ls "$home"/program/lib/embedded-postgres-binaries-*.jar)
mkdir "$home/postgres" "$work/pg"
(cd "$work/pg" && "$JAVA_HOME/bin/jar" -xf "$packed")
tar -xJf "$work"/pg/*.txz -C "$home/postgres"
# the jar stays on the class path, because the list of it is part of the program, but without the server a second time
(cd "$work/pg" && rm -f ./*.txz && "$JAVA_HOME/bin/jar" -cf "$packed" .)

# Bouncy Castle's jars are signed, which OpenJDK does not ask of a provider: every start would check the signatures before it
# reads the first class, and keep no signed class in its cache. SHA256SUMS vouches for these files as for all others
for signed in "$home"/program/lib/bc*.jar; do
  mkdir "$work/unsigned"
  (cd "$work/unsigned" && "$JAVA_HOME/bin/jar" -xf "$signed" && rm -f META-INF/*.SF META-INF/*.RSA META-INF/*.DSA META-INF/*.EC \
    && awk '/^\r?$/ { exit } { print }' META-INF/MANIFEST.MF > "$work/manifest" && rm META-INF/MANIFEST.MF \
    && "$JAVA_HOME/bin/jar" -cfm "$signed" "$work/manifest" .)
  rm -rf "$work/unsigned"
done

echo "裁出运行环境…" >&2
# java.smartcardio and jdk.security.jgss are never used, but the platform's list of security providers names theirs: when
# one is missing, every start loads all other providers there are to look for it, Bouncy Castle's 760 classes among them
"$JAVA_HOME/bin/jlink" --add-modules java.se,java.smartcardio,jdk.security.jgss,jdk.httpserver,jdk.unsupported,jdk.crypto.ec,jdk.crypto.cryptoki,jdk.localedata,jdk.zipfs,jdk.charsets,jdk.management,jdk.net,jdk.naming.dns,jdk.jcmd \
  --include-locales=zh,en --strip-debug --no-header-files --no-man-pages --output "$home/runtime"

cp -R "$here/institutions" "$home/institutions"
cp "$here/packaging/install.sh" "$here/packaging/upgrade.sh" "$here/packaging/roll-back.sh" "$here/packaging/release.sh" "$here/packaging/yizhen.service" \
   "$here/packaging/yizhen.properties" "$here/packaging/Containerfile" "$here/LICENSE" "$home/"
mkdir "$home/bin"
cp "$here/packaging/run.sh" "$home/bin/yizhen"
mkdir "$home/docs"
cp "$here"/docs/*.md "$home/docs/"
cp -R "$here/docs/guides" "$home/docs/guides"
for list in "$here"/app/target/classes/META-INF/sbom/application.cdx.json "$here"/app/target/generated-sources/license/THIRD-PARTY.txt; do
  [ ! -f "$list" ] || cp "$list" "$home/"
done
if command -v git >/dev/null 2>&1; then (cd "$here" && git rev-parse --short=12 HEAD 2>/dev/null || true) > "$home/COMMIT"; else : > "$home/COMMIT"; fi
echo "$version" > "$home/VERSION"
chmod 755 "$home"/*.sh "$home/bin/yizhen"
# every file that is installed is checked against this list first
(cd "$home" && find . -type f ! -name SHA256SUMS -exec sha256sum {} + | sort -k 2 > SHA256SUMS)

echo "打包…" >&2
tar -czf "$target.part" -C "$work" "$name"
mv "$target.part" "$target"
echo "$target"
