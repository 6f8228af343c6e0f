# What the commands share: where things are, how they talk, how they wait for one another. Sourced.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${WAYMARK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/waymark}
TOOLS=$CACHE/tools
# shellcheck disable=SC2034
STATE=$ROOT/target/waymark

# shellcheck source=versions
source "$ROOT/scripts/versions"

# Trunk reads NO_COLOR as true or false, everybody else as set or unset.
if [[ -n ${NO_COLOR:-} ]]; then export NO_COLOR=true; else unset NO_COLOR; fi

# say TEXT: one line about what happens now.
say() { printf 'waymark: %s\n' "$*"; }

# fail PROBLEM [REMEDY]: one sentence, what to do about it, and the end.
fail() {
  printf '\nwaymark: %s\n' "$1" >&2
  if [[ -n ${2:-} ]]; then printf '         %s\n' "$2" >&2; fi
  exit 1
}

# lock NAME WHY: take turns with other runs (9 is the lock's file descriptor). `unlock` gives it back.
lock() {
  mkdir -p "$CACHE"
  exec 9>"$CACHE/$1.lock"
  if ! flock -n 9; then
    say "Another run is busy ($2). Waiting for it."
    flock 9
  fi
}
unlock() { exec 9>&-; }

# installed NAME-VERSION FILE: whether a tool of ours is completely there.
# A tool is installed into a folder beside its place and moved there in one go, so it is whole or absent.
installed() { [[ -x $TOOLS/$1/$2 || -f $TOOLS/$1/$2 ]]; }

# install_whole NAME-VERSION COMMAND...: runs COMMAND with STAGE set to an empty folder, then moves that to its place.
install_whole() {
  local name=$1
  shift
  STAGE=$TOOLS/.unfinished-$name
  rm -rf "$STAGE"
  mkdir -p "$STAGE"
  "$@"
  rm -rf "${TOOLS:?}/$name"
  mv "$STAGE" "$TOOLS/$name"
}

# What to put before a command that needs administrator rights. Without a terminal nobody can type a password.
AS_ROOT=()
if [[ $(id -u) != 0 ]]; then
  AS_ROOT=(sudo)
  if [[ ! -t 0 ]]; then AS_ROOT=(sudo -n); fi
fi

# apt_install WHY PACKAGE...: Debian and Ubuntu packages, with sudo only when not root.
apt_install() {
  local why=$1
  shift
  command -v apt-get >/dev/null ||
    fail "This needs $* ($why), and there is no apt-get here to install them." "Install them with your system's package manager, then run this again."
  if [[ $(id -u) != 0 ]]; then
    command -v sudo >/dev/null ||
      fail "Installing $* ($why) needs administrator rights, and sudo is not here." "Ask an administrator to run: apt-get install $*"
  fi
  mkdir -p "$CACHE"
  say "Installing with apt: $* ($why; about half a minute)."
  local get=("${AS_ROOT[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
  # A new machine has no package lists yet, an old one has stale lists: both need one update and a second try.
  if "${get[@]}" install -y -qq --no-install-recommends "$@" >"$CACHE/apt.log" 2>&1; then return; fi
  say "Refreshing the list of packages first."
  if "${get[@]}" update -qq >>"$CACHE/apt.log" 2>&1 &&
    "${get[@]}" install -y -qq --no-install-recommends "$@" >>"$CACHE/apt.log" 2>&1; then return; fi
  tail -n 5 "$CACHE/apt.log" >&2
  return 1
}
