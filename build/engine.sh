#!/bin/sh
# Finds out which engine this machine can build, and remembers it.
#
#   build/engine.sh [--packages DIR] [--again]
#
# Prints one line, "Engine: Orleans (why)" or "Engine: Local (why)", and always succeeds: lacking Orleans is no failure.
# Writes .start/engine.props, which Directory.Build.props imports, so that every dotnet command in this tree builds that engine
# afterwards without being told; -p:Engine=Local or -p:Engine=Orleans on a command line still wins. Deleting .start forgets.
#
# --packages DIR  a folder of .nupkg files. Every package in it comes from there and from nowhere else; all others come from the
#                 sources this machine has configured. The choice is remembered: later runs need not repeat it. Restored packages
#                 of such a build stay under artifacts/, out of the machine's shared cache, so the two never mix.
# --again         try anew although nothing that was looked at has changed.
set -eu
cd "$(dirname "$0")/.."
state=.start
mkdir -p "$state"
packages=""
again=""
while [ $# -gt 0 ]; do
  case $1 in
    --packages) packages=$(cd "$2" && pwd); shift 2 ;;
    --again) again=yes; shift ;;
    *) echo "usage: build/engine.sh [--packages DIR] [--again]" >&2; exit 2 ;;
  esac
done
if [ -z "$packages" ] && [ -f "$state/packages" ]; then packages=$(cat "$state/packages"); fi
if [ -n "$packages" ] && [ ! -d "$packages" ]; then packages=""; fi

# What the answer depends on: the SDKs, where packages come from, which versions are asked for, and our own code on them. Asking dotnet itself would
# cost more than a second at every start.
key=$({
  ls "$(dirname "$(readlink -f "$(command -v dotnet)")")/sdk" 2> /dev/null || command -v dotnet
  cat "${HOME:-/}/.nuget/NuGet/NuGet.Config" 2> /dev/null || true
  if [ -n "$packages" ]; then ls -l "$packages"; fi
  cat Directory.Packages.props src/Engine/Engine.csproj src/Engine/Orleans/*.cs src/Engine/Orleans/*/*.cs
} | cksum | cut -d ' ' -f 1)

if [ -z "$again" ] && [ -f "$state/engine" ] && [ -f "$state/engine.props" ] && [ "$(sed -n 1p "$state/engine")" = "$key" ]; then
  sed -n 2p "$state/engine"
  exit 0
fi

# MSBuild reads both, so a folder name may hold what XML must not.
escape() { printf '%s' "$1" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g'; }

# The folder as one more source. Each id in it is mapped to it; the machine's own sources, by their names only, get the rest.
write_sources() {
  rm -rf "$state/nuget"
  if [ -z "$packages" ]; then rm -f "$state/packages"; return; fi
  printf '%s\n' "$packages" > "$state/packages"
  mkdir -p "$state/nuget"
  {
    echo '<configuration>'
    echo "  <packageSources><add key=\"packages-folder\" value=\"$(escape "$packages")\" /></packageSources>"
    echo '  <packageSourceMapping>'
    echo '    <packageSource key="packages-folder">'
    echo '      <package pattern="Microsoft.Orleans.*" />'
    for file in "$packages"/*.nupkg; do
      [ -f "$file" ] || continue
      id=$(basename "$file" .nupkg | sed -E 's/\.[0-9]+(\.[0-9]+)+([-+].*)?$//')
      echo "      <package pattern=\"$(escape "$id")\" />"
    done | sort -u
    echo '    </packageSource>'
    dotnet nuget list source | sed -n 's/^ *[0-9]*\. *\(.*\) \[Enabled\]$/\1/p' | while read -r name; do
      echo "    <packageSource key=\"$(escape "$name")\"><package pattern=\"*\" /></packageSource>"
    done
    echo '  </packageSourceMapping>'
    echo '</configuration>'
  } > "$state/nuget/nuget.config"
}

# Without a name, as while trying: only where packages are. An interrupted try must not leave a choice behind.
write_props() {
  {
    echo '<Project>'
    if [ -n "$1" ]; then
      echo "  <PropertyGroup Condition=\"'\$(Engine)' == ''\">"
      echo "    <Engine>$1</Engine>"
      echo '  </PropertyGroup>'
      echo "  <PropertyGroup Condition=\"'\$(Engine)' == '$1'\">"
      echo "    <EngineReason>$(escape "$2")</EngineReason>"
      echo '  </PropertyGroup>'
    fi
    if [ -n "$packages" ]; then
      echo "  <PropertyGroup Condition=\"'\$(Engine)' == 'Orleans'\">"
      echo '    <RestoreRootConfigDirectory>$(MSBuildThisFileDirectory)nuget</RestoreRootConfigDirectory>'
      echo '    <RestorePackagesPath>$(MSBuildThisFileDirectory)../artifacts/Orleans/packages</RestorePackagesPath>'
      echo '  </PropertyGroup>'
    fi
    echo '</Project>'
  } > "$state/engine.props"
}

# A time limit where the machine has one: a source that never answers must not hold up a start.
limited() { if command -v timeout > /dev/null; then timeout 900 "$@"; else "$@"; fi; }

decide() {
  write_props "$1" "$2"
  printf '%s\nEngine: %s (%s)\n' "$key" "$1" "$2" > "$state/engine"
  sed -n 2p "$state/engine"
}

write_sources
write_props "" ""
version=$(sed -n 's/.*"Microsoft.Orleans.Server" Version="\([^"]*\)".*/\1/p' Directory.Packages.props)
from="this machine's package sources"
[ -z "$packages" ] || from="the packages folder and this machine's package sources"
if ! limited dotnet restore src/Engine -p:Engine=Orleans -v q > "$state/engine.log" 2>&1; then
  missing=$(sed -n 's/.*NU110[0-3]: [^.]*package \([A-Za-z0-9.]*[A-Za-z0-9]\).*/\1/p' "$state/engine.log" | head -n 1)
  decide Local "one process: ${missing:-Microsoft.Orleans} for Microsoft Orleans $version cannot be restored from $from"
elif ! limited dotnet build src/Silo -c Release -p:Engine=Orleans -v q >> "$state/engine.log" 2>&1; then
  decide Local "one process: Microsoft Orleans $version was restored but does not build here, see $state/engine.log"
else
  decide Orleans "Microsoft Orleans $version, restored from $from"
fi
