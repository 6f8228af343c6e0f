# What the two builds of the app share: what it is made of, and how the compiler is told. Sourced after tools.sh.
# shellcheck shell=bash

# app_inputs: a fingerprint of what the app is made of, and of what makes it.
app_inputs() {
  {
    find Cargo.toml Cargo.lock Trunk.toml index.html rust-toolchain.toml .cargo src content style public patches \
      strongbox/Cargo.toml strongbox/Cargo.lock strongbox/src \
      scripts/versions scripts/slim scripts/app.sh scripts/build scripts/single scripts/headers.json \
      -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 sha256sum
    printf '%s\n' "$RUSTUP_TOOLCHAIN"
  } | sha256sum
}

# app_flags: the environment in which cargo compiles the app.
app_flags() {
  # No path of this machine stands in what is built.
  local crates flags="--remap-path-prefix=$HOME=/home --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo --remap-path-prefix=$ROOT=/waymark"
  for crates in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do flags+=" --remap-path-prefix=${crates%/}=/crates"; done
  # Where a panic happened and what a derived Debug would say is read by nobody: two flags that Rust does not promise to keep leave
  # it out (2 kB). The app builds without them; scripts/slim/rustc-wrapper lets them pass.
  flags+=" -Zlocation-detail=none -Zfmt-debug=none"
  # The stack: 4 kB of it are used (docs/performance.md), 1 MB is what is taken without this, on every device for as long as the page is open.
  flags+=" -Clink-arg=-zstack-size=131072"
  # By these the app is split in two modules.
  flags+=" -Clink-arg=--emit-relocs"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags RUSTC_WRAPPER=$ROOT/scripts/slim/rustc-wrapper
  # Our wasm-bindgen calls the real one.
  WASM_BINDGEN=$(command -v wasm-bindgen)
  export WASM_BINDGEN PATH=$ROOT/scripts/slim:$PATH
}

# The crates that Cargo.lock names, so that the build itself needs no network.
app_crates() {
  { cargo fetch --locked --quiet && cargo fetch --locked --quiet --manifest-path strongbox/Cargo.toml; } 8>&- || fail "The crates that Cargo.lock names could not be fetched." "Check the network; if Cargo.toml was edited, run: cargo update --workspace"
}

# one_at_a_time: builds here take turns.
one_at_a_time() {
  mkdir -p "$STATE"
  exec 8>"$STATE/build.lock"
  if ! flock -n 8; then
    say "Another run is building here. Waiting for it."
    flock 8
  fi
}

# ensure_pack: leaves in PACK the program that makes the packs, as quick as it can be.
ensure_pack() {
  cargo build --quiet --locked --release --no-default-features --features pack --bin pack || fail "The program that makes the packs does not build." "The first error above says why."
  PACK=${CARGO_TARGET_DIR:-$ROOT/target}/release/pack
}
