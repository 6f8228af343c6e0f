# The other tools, each by a function that installs it if it is missing and costs nothing if it is there.
# They live in a cache folder of our own, under their version, and several checkouts share them. Sourced.
# shellcheck shell=bash

# shellcheck source=rust.sh
source "$ROOT/scripts/rust.sh"

ensure_node() {
  local remedy="Install Node.js $NODE_MAJOR or newer, with npm, and run this again."
  command -v node >/dev/null || fail "Node.js is not installed; it serves the app." "$remedy"
  command -v npm >/dev/null || fail "npm is not installed; it brings wasm-opt." "$remedy"
  node -e "process.exit(process.versions.node.split('.')[0] >= $NODE_MAJOR ? 0 : 1)" || fail "Node.js $(node --version) is too old." "$remedy"
}

# ensure_crate NAME VERSION MINUTES WHY BINARY [CARGO OPTION...]: a command that is a crate.
ensure_crate() {
  local name=$1 version=$2 minutes=$3 why=$4 binary=$5
  shift 5
  local place=$name-$version
  if ! installed "$place" "bin/$binary"; then
    lock "$name" "installing $name"
    if ! installed "$place" "bin/$binary"; then
      say "Installing $name $version ($why; about $minutes on two cores, once per machine)."
      install_whole "$place" build_crate "$name" "$version" "$@"
    fi
    unlock
  fi
  PATH=$TOOLS/$place/bin:$PATH
}

# These run once per build of the app: light optimisation compiles in half the time and is fast enough.
# The target folder is kept until the installation is done, so an interrupted one goes on where it stopped.
build_crate() {
  local name=$1 version=$2
  shift 2
  CARGO_TARGET_DIR=$CACHE/build/$name-$version CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=false \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=false \
    cargo install "$name" --version "$version" --root "$STAGE" --force "$@" 9>&- ||
    fail "$name $version could not be installed." "Read the message above; if it is about the network, run this again later."
  rm -rf "$CACHE/build/$name-$version"
}

ensure_trunk() {
  # Older Trunk features that need a system library (OpenSSL) stay out.
  ensure_crate trunk "$TRUNK_VERSION" "5 minutes" "builds the app" trunk --locked --no-default-features --features rustls
}

ensure_wasm_bindgen() {
  local version
  version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' "$ROOT/Cargo.lock" 2>/dev/null || true)
  [[ -n $version ]] || fail "Cargo.lock names no version of wasm-bindgen." "Restore Cargo.lock from the repository, or run: cargo generate-lockfile"
  # Without --locked: the lock file in its package names a withdrawn crate.
  ensure_crate wasm-bindgen-cli "$version" "2 minutes" "joins WebAssembly and JavaScript, and runs the browser tests" wasm-bindgen
}

ensure_wasm_split() {
  ensure_crate wasm_split_cli_support "$WASM_SPLIT_VERSION" "a minute" "splits the app into what is needed at once and what comes later" wasm-split-cli --locked --features build-binary
}

# ensure_npm NAME VERSION WHY FILE: a package from npm.
ensure_npm() {
  local name=$1 version=$2 why=$3 file=$4
  local place=$name-$version
  ensure_node
  if installed "$place" "$file"; then return; fi
  lock "$name" "installing $name"
  if ! installed "$place" "$file"; then
    say "Installing $name $version ($why; a few seconds)."
    install_whole "$place" fetch_npm "$name" "$version"
  fi
  unlock
}

fetch_npm() {
  # What a package would like to run while it is installed is not run: none of ours needs it.
  npm install --prefix "$STAGE" --ignore-scripts --no-audit --no-fund --no-save --loglevel=error "$1@$2" </dev/null 9>&- ||
    fail "$1 $2 could not be installed from npm." "Read the message above; if it is about the network, run this again later."
}

ensure_wasm_opt() {
  ensure_npm binaryen "$BINARYEN_VERSION" "wasm-opt, which makes the app smaller" node_modules/.bin/wasm-opt
  PATH=$TOOLS/binaryen-$BINARYEN_VERSION/node_modules/.bin:$PATH
}

ensure_axe() {
  ensure_npm axe-core "$AXE_VERSION" "the accessibility checker" node_modules/axe-core/axe.min.js
  export AXE=$TOOLS/axe-core-$AXE_VERSION/node_modules/axe-core/axe.min.js
}

# ensure_pypi NAME VERSION WHY FILE: a package from PyPI, as the file that lies there; nothing of it is installed or run.
ensure_pypi() {
  local name=$1 version=$2 why=$3 file=$4
  local place=$name-$version
  if installed "$place" "$file"; then return; fi
  python3 -m pip --version >/dev/null 2>&1 || apt_install "pip, to fetch $name" python3 python3-pip || fail "There is no Python with pip." "Install python3 and pip, then run this again."
  lock "$name" "fetching $name"
  if ! installed "$place" "$file"; then
    say "Fetching $name $version ($why; a few seconds)."
    install_whole "$place" fetch_pypi "$name" "$version"
  fi
  unlock
}

fetch_pypi() {
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --dest "$STAGE" "$1==$2" </dev/null 9>&- ||
    fail "$1 $2 could not be fetched from PyPI." "Read the message above; if it is about the network, run this again later."
}

# ensure_hostile COUNT: leaves HOSTILE set to a file with so many hostile strings: ours, then those of public lists.
ensure_hostile() {
  local why="lists of what people type to break a page" brs common
  brs=brs_kb-$BRS_KB_VERSION-py3-none-any.whl common=commonhuman_payloads-$COMMONHUMAN_VERSION-py3-none-any.whl
  ensure_npm blns "$BLNS_VERSION" "$why" node_modules/blns/resources/blns.json
  ensure_pypi brs-kb "$BRS_KB_VERSION" "$why" "$brs"
  ensure_pypi commonhuman-payloads "$COMMONHUMAN_VERSION" "$why" "$common"
  mkdir -p "$STATE"
  export HOSTILE=$STATE/hostile.json
  python3 "$ROOT/scripts/hostile.py" "$1" "$ROOT/tests/hostile/own.json" "$TOOLS/blns-$BLNS_VERSION/node_modules/blns/resources/blns.json" \
    "$TOOLS/brs-kb-$BRS_KB_VERSION/$brs" "$TOOLS/commonhuman-payloads-$COMMONHUMAN_VERSION/$common" >"$HOSTILE" || fail "The lists could not be put together." "The error above says why."
}

# ensure_chromium: leaves CHROMIUM and CHROMEDRIVER set to a browser and the driver of the same version.
ensure_chromium() {
  if find_chromium; then return; fi
  lock chromium "installing Chromium"
  if ! find_chromium; then
    # Debian's names, then Ubuntu's.
    apt_install "the browser that the tests drive" chromium chromium-driver ||
      apt_install "the browser that the tests drive" chromium-browser chromium-chromedriver || true
    find_chromium || fail "There is no Chromium with a chromedriver of the same version." \
      "Install both, or set CHROMIUM and CHROMEDRIVER to the two programs, and run this again."
  fi
  unlock
}

find_chromium() {
  local browser driver version
  for browser in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome google-chrome-stable chrome; do
    browser=$(command -v "$browser") || continue
    version=$("$browser" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9.]+' | head -n 1) || continue
    for driver in ${CHROMEDRIVER:+"$CHROMEDRIVER"} chromedriver ${CHROMEWEBDRIVER:+"$CHROMEWEBDRIVER/chromedriver"} chromium.chromedriver; do
      driver=$(command -v "$driver") || continue
      if [[ "$("$driver" --version 2>/dev/null)" == *" ${version%%.*}."* ]]; then
        export CHROMIUM=$browser CHROMEDRIVER=$driver
        return
      fi
    done
  done
  return 1
}

# ensure_firefox: leaves FIREFOX and GECKODRIVER set to a browser and its driver.
ensure_firefox() {
  local browser
  if ! command -v firefox-esr >/dev/null && ! command -v firefox >/dev/null; then
    apt_install "the browser that the tests drive" firefox-esr || fail "Firefox is not installed." "Install firefox-esr, or Firefox, and run this again."
  fi
  browser=$(command -v "${FIREFOX:-firefox-esr}" || command -v firefox)
  export FIREFOX=$browser
  ensure_crate geckodriver "$GECKODRIVER_VERSION" "2 minutes" "drives Firefox" geckodriver --locked
  export GECKODRIVER=$TOOLS/geckodriver-$GECKODRIVER_VERSION/bin/geckodriver
}

# ensure_webkit: leaves WEBKITDRIVER and MINIBROWSER set to a driver and its browser; they need a screen that nobody sees, Xvfb.
ensure_webkit() {
  if ! command -v WebKitWebDriver >/dev/null || ! command -v Xvfb >/dev/null; then
    apt_install "the browser that the tests drive" webkit2gtk-driver xvfb ||
      fail "WebKitGTK or Xvfb is not installed." "Install webkit2gtk-driver and xvfb, then run this again."
  fi
  local browser
  for browser in ${MINIBROWSER:+"$MINIBROWSER"} /usr/lib/*/webkit2gtk-4.1/MiniBrowser /usr/lib*/webkit2gtk-4.1/MiniBrowser; do
    [[ -x $browser ]] || continue
    WEBKITDRIVER=$(command -v WebKitWebDriver)
    export MINIBROWSER=$browser WEBKITDRIVER
    return
  done
  fail "There is no MiniBrowser of WebKitGTK." "Set MINIBROWSER to it and run this again."
}

# ensure_pdftotext: the journeys read what would be printed.
ensure_pdftotext() {
  command -v pdftotext >/dev/null && return
  apt_install "pdftotext, to read printed pages" poppler-utils || fail "pdftotext is not installed." "Install poppler-utils and run this again."
}
