# Shared by ./start and ./test. Sourced; $root is the repository.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }
value() { [ $# -ge 2 ] || fail "$1 needs a value."; printf '%s' "$2"; }

require_sdk() {
  if ! command -v dotnet >/dev/null || ! (cd "$root" && dotnet --version >/dev/null 2>&1); then
    say 'The .NET 10 SDK is needed and was not found. Get it in one of these ways:'
    say '  your distribution:   apt-get install dotnet-sdk-10.0    or    dnf install dotnet-sdk-10.0'
    say '  from the .NET site:  dotnet-install.sh --channel 10.0   (then add ~/.dotnet to PATH)'
    say '  a closed network:    unpack the SDK archive from the disk your supplier brought, and add its folder to PATH'
    exit 2
  fi
}

# For the folders named: only where one asks for npm packages at all, and only when its lock file changed.
install_scripts() {
  local folder
  for folder in "$@"; do
    [ -f "$folder/package-lock.json" ] || continue
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && continue
    command -v npm >/dev/null || fail "npm is needed for $folder and was not found: install Node 20 or later."
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error >&2)
  done
}

# pick_engine ENGINE PACKAGES [WHY-LOCAL]: sets $engine and $engine_args (for dotnet), and says in one line which engine it is and why.
pick_engine() {
  local said
  case ${1,,} in '' | local | orleans) ;; *) fail "--engine is local or orleans, not '$1'." ;; esac
  [ -z "$2" ] || [ -d "$2" ] || fail "--packages $2: there is no such folder."
  if [ "${1,,}" = local ]; then
    said="Engine: Local (${3:-asked for})"
  else
    said=$("$root/build/engine.sh" ${2:+--packages "$2"})
  fi
  engine=${said#Engine: } engine=${engine%% *}
  [ "${1,,}" != orleans ] || [ "$engine" = Orleans ] || fail "Orleans was asked for, but cannot be had here. $said"
  say "$said"
  engine_args=("-p:Engine=$engine")
}

# Help needs no new build: where one of the arguments asks for it, any that lies here tells it.
help_if_built() {
  local argument built
  for argument in "$@"; do
    case $argument in --help | -h | '-?') ;; *) continue ;; esac
    built=$(ls -t "$root"/artifacts/*/publish/Standalone/release/Revitalization.Standalone 2>/dev/null | head -n 1 || true)
    [ -z "$built" ] || exec "$built" "$@"
  done
}

# Names, sizes and times of everything that a build reads.
sources_stamp() {
  (cd "$root" && find src policies build Directory.*.props global.json .editorconfig BannedSymbols.txt -type f \
    -not -path '*/obj/*' -not -path '*/bin/*' -not -path '*/node_modules/*' -printf '%p %s %T@\n' 2>/dev/null | sort | sha256sum | cut -c1-64)
}

# Compiled ahead of time where the registry has the compiler for this machine; a start is slower without it, nothing else is different.
publish_to() {
  local folder=$1
  shift
  (cd "$root" && rm -rf "$folder" && dotnet publish src/Standalone -c Release -v quiet -nologo "${engine_args[@]}" "-p:PublishDir=$folder/" "$@" >&2)
}

# Publishes the Standalone if its sources changed since, and prints the folder.
publish_standalone() {
  local folder="$root/artifacts/$engine/publish/Standalone/release" stamp now
  stamp="$root/artifacts/$engine/standalone.stamp"
  now="$(sources_stamp) ${engine_args[*]}"
  if [ ! -x "$folder/Revitalization.Standalone" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$now" ]; then
    say "Building ($engine engine); the first time takes a minute or two ..."
    rm -f "$stamp"
    publish_to "$folder" "-p:CompiledFor=$(dotnet --info | sed -n 's/^ *RID: *//p' | head -n 1 | sed 's/^[a-z.0-9]*-/linux-/')" >/dev/null 2>&1 ||
      publish_to "$folder" || fail 'The build failed; what failed stands above.'
    printf '%s' "$now" >"$stamp"
  fi
  printf '%s' "$folder"
}
