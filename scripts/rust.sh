# The Rust toolchain: the one that rust-toolchain.toml names, from rustup; or, where rustup cannot
# download the wasm32 target, Debian's own compiler with that target built from its sources. Sourced.
# shellcheck shell=bash

DEBIAN_TOOLCHAIN=waymark-debian
WASM=wasm32-unknown-unknown

rust_channel() { sed -n 's/^channel *= *"\(.*\)".*/\1/p' "$ROOT/rust-toolchain.toml"; }

# toolchain_complete NAME: compiler, rustfmt, clippy and the wasm32 target are all there.
toolchain_complete() {
  local sysroot std
  sysroot=$(rustup run "$1" rustc --print sysroot 2>/dev/null) || return 1
  [[ -x $sysroot/bin/cargo && -x $sysroot/bin/rustfmt && -x $sysroot/bin/cargo-clippy ]] || return 1
  for std in "$sysroot/lib/rustlib/$WASM/lib"/libstd-*.rlib "$sysroot/lib/rustlib/$WASM/lib/libstd.rlib"; do [[ -f $std ]] && return; done
  return 1
}

# ensure_rust: leaves RUSTUP_TOOLCHAIN set, so that every cargo of this run uses the same compiler.
# WAYMARK_TOOLCHAIN=debian chooses the fallback on purpose, WAYMARK_TOOLCHAIN=rustup forbids it.
ensure_rust() {
  command -v rustup >/dev/null || fail "rustup is not installed; it brings the Rust compiler." "Install it from https://rustup.rs, open a new shell and run this again."
  command -v cc >/dev/null || apt_install "a C linker, for programs that Rust builds" gcc libc6-dev || fail "There is no C linker (cc)." "Install gcc and libc6-dev, then run this again."
  local channel
  channel=$(rust_channel)
  [[ -n $channel ]] || fail "rust-toolchain.toml names no channel." "Restore the file from the repository."

  if [[ ${WAYMARK_TOOLCHAIN:-} != debian ]]; then
    export RUSTUP_TOOLCHAIN=$channel
    if toolchain_complete "$channel"; then return; fi
    # A machine that needed the fallback once keeps it, without waiting for a download to fail again.
    if [[ -z ${WAYMARK_TOOLCHAIN:-} ]] && toolchain_complete "$DEBIAN_TOOLCHAIN"; then
      say "Using Debian's Rust compiler (set up earlier, because rustup could not download the wasm32 target)."
      export RUSTUP_TOOLCHAIN=$DEBIAN_TOOLCHAIN
      return
    fi
    lock rust "installing Rust"
    if toolchain_complete "$channel" || install_pinned "$channel"; then
      unlock
      return
    fi
    unlock
    if [[ ${WAYMARK_TOOLCHAIN:-} == rustup ]]; then
      fail "rustup could not install Rust $channel with the target $WASM." "Check the network and run this again."
    fi
    say "rustup cannot download that here. Falling back to Debian's Rust compiler, with the wasm32 target built from Debian's sources."
  fi

  if ! toolchain_complete "$DEBIAN_TOOLCHAIN"; then
    lock rust "installing Rust"
    toolchain_complete "$DEBIAN_TOOLCHAIN" || install_debian
    unlock
  fi
  export RUSTUP_TOOLCHAIN=$DEBIAN_TOOLCHAIN
}

install_pinned() {
  say "Installing Rust $1 with rustfmt, clippy and the target $WASM (the compiler; about a minute)."
  rustup toolchain install "$1" --profile minimal --component rustfmt --component clippy --no-self-update &&
    rustup target add --toolchain "$1" "$WASM" &&
    toolchain_complete "$1"
}

install_debian() {
  local remedy="Run this where rustup can download (static.rust-lang.org), or on Debian 12 or newer with its security updates."
  apt_install "Debian's Rust compiler and the sources of its standard library" \
    rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web || fail "Neither rustup nor apt can provide a Rust compiler for WebAssembly." "$remedy"
  # Debian's compiler links WebAssembly with /usr/bin/rust-lld, a link into the lld package of one certain LLVM.
  if [[ ! -x $(readlink -f /usr/bin/rust-lld) ]]; then
    local llvm
    llvm=$(readlink -m /usr/bin/rust-lld | sed -n 's|.*/llvm-\([0-9]*\)/.*|\1|p')
    apt_install "the linker for WebAssembly" "lld-${llvm:-22}" || fail "apt cannot install the linker that Debian's Rust compiler uses." "$remedy"
  fi

  local std=/usr/lib/rustlib/$WASM/lib built=$CACHE/build/std
  say "Building Rust's standard library for $WASM (about a minute)."
  RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc RUSTFLAGS="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes -Ccodegen-units=1" CARGO_TARGET_DIR=$built \
    /usr/bin/cargo build --release --target "$WASM" --features panic-unwind \
    --manifest-path /usr/lib/rustlib/src/rust/library/sysroot/Cargo.toml || fail "Rust's standard library for $WASM could not be built from Debian's sources." "$remedy"

  # libstd goes last: its presence is how toolchain_complete knows that the rest is there.
  "${AS_ROOT[@]}" mkdir -p "$std"
  "${AS_ROOT[@]}" rm -f "$std"/*.rlib
  find "$built/$WASM/release/deps" -name '*.rlib' ! -name 'libstd[.-]*' -exec "${AS_ROOT[@]}" cp -t "$std" {} +
  find "$built/$WASM/release/deps" -name 'libstd[.-]*' -name '*.rlib' -exec "${AS_ROOT[@]}" cp -t "$std" {} +
  rm -rf "$built"

  # A linked toolchain and a variable, rather than an override: nothing about this checkout is written down.
  rustup toolchain link "$DEBIAN_TOOLCHAIN" /usr
  toolchain_complete "$DEBIAN_TOOLCHAIN" || fail "Debian's Rust toolchain is still incomplete after installing it." "$remedy"
}
