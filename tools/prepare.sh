# Makes ready what ./huiqi needs, in the ignored folder .huiqi: a Node 24 or newer (the host's, or one
# fetched with npm) and the dependencies of the lock file. Called by ./huiqi with the root folder.
# Two started at once wait for each other; one stopped half-way is made good by the next.

root=$1
state=$root/.huiqi
lock=$state/lock
log=$state/npm.log
npm_options='--ignore-scripts --no-audit --no-fund --engine-strict=false'
npm_pid=
node=

say() { echo "huiqi: $*" >&2; }

fail() {
  say "$@"
  exit 1
}

is_alive() { [ -n "$1" ] && kill -0 "$1" 2>/dev/null; }

# The lock is a symbolic link to its holder's process number, made in one step.
take_lock() {
  waited=0
  until ln -s "$$" "$lock" 2>/dev/null; do
    holder=$(readlink "$lock") || holder=
    npm_of_holder=$(cat "$state/npm-pid" 2>/dev/null)
    is_alive "$holder" || is_alive "$npm_of_holder" || break_lock "$holder"
    [ "$waited" -ne 2 ] || say "waiting for another huiqi (process $holder) that is installing …"
    [ "$waited" -lt 900 ] || fail "still locked; if no other huiqi is installing, delete $state and start again"
    waited=$((waited + 1))
    sleep 1
  done
}

# Removes the lock of a dead holder; a lock of its own keeps two from removing at once.
break_lock() {
  ln -s "$$" "$lock.break" 2>/dev/null || return 0
  [ "$(readlink "$lock")" != "$1" ] || rm -f "$lock"
  rm -f "$lock.break"
}

release() {
  if [ -n "$npm_pid" ]; then
    kill "$npm_pid" 2>/dev/null
    wait "$npm_pid"
  fi
  [ "$(readlink "$lock")" != "$$" ] || rm -rf "$lock" "$state/npm-pid" "$state/fetch"
}

# run_npm WHAT ARGUMENTS…: npm in the current folder with a progress line; on failure shows what npm said.
# npm runs on the host's Node where there is one: that one knows the host's certificates.
run_npm() {
  what=$1
  shift
  command -v npm >/dev/null 2>&1 ||
    fail "$what needs npm, which is not on this machine; it comes with Node 24 (https://nodejs.org)"
  begun=$(date +%s)
  [ -t 2 ] || say "$what …"
  PATH=$PATH${node:+:${node%/*}} npm "$@" </dev/null >"$log" 2>&1 &
  npm_pid=$!
  echo "$npm_pid" >"$state/npm-pid"
  while [ -t 2 ] && is_alive "$npm_pid"; do
    printf '\rhuiqi: %s … %s s ' "$what" "$(($(date +%s) - begun))" >&2
    sleep 1
  done
  wait "$npm_pid"
  status=$?
  npm_pid=
  rm -f "$state/npm-pid"
  [ ! -t 2 ] || printf '\r' >&2
  if [ "$status" -ne 0 ]; then
    cat "$log" >&2
    fail "$what failed (npm exit $status; its words are above); nothing was marked as done, so start again once it is mended"
  fi
  say "$what: done in $(($(date +%s) - begun)) s"
}

# Prints the host's own node when it is new enough; the real file, not a version manager's shim.
host_node() {
  node -e 'if (parseInt(process.versions.node, 10) < 24) process.exit(1); console.log(process.execPath)' 2>/dev/null
}

fetch_node() {
  rm -rf "$state/fetch"
  mkdir "$state/fetch" || fail "cannot write in $state"
  cp "$root/tools/node/package.json" "$root/tools/node/package-lock.json" "$state/fetch/"
  cd "$state/fetch" || exit 1
  run_npm 'fetching Node 24 (first run)' ci $npm_options --include=optional
  cd "$root" || exit 1
  fetched=$(find "$state/fetch/node_modules" -path '*/bin/node' -type f 2>/dev/null)
  if [ -z "$fetched" ]; then
    cat "$log" >&2
    fail "npm gave no Node 24 for $(uname -sm); install Node 24 or newer (https://nodejs.org) and start again"
  fi
  "$fetched" -e 0 ||
    fail "the Node 24 that npm has for $(uname -sm) does not run here; install Node 24 or newer (https://nodejs.org) and start again"
  mkdir -p "$state/fetch/ready/bin"
  mv "$fetched" "$state/fetch/ready/bin/node"
  cksum <"$root/tools/node/package-lock.json" >"$state/fetch/ready/wanted"
  rm -rf "$state/node"
  mv "$state/fetch/ready" "$state/node" || fail "cannot write in $state"
  rm -rf "$state/fetch"
}

find_node() {
  node=$(host_node) && return
  node=$state/node/bin/node
  [ "$(cat "$state/node/wanted" 2>/dev/null)" = "$(cksum <"$root/tools/node/package-lock.json")" ] &&
    "$node" -e 0 2>/dev/null && return
  fetch_node
}

install_dependencies() {
  wanted=$(cksum <"$root/package-lock.json")
  [ "$(cat "$state/installed" 2>/dev/null)" != "$wanted" ] || [ ! -d "$root/node_modules" ] || return 0
  what='installing dependencies (first run)'
  [ ! -f "$state/installed" ] || what='installing dependencies (the lock file changed)'
  rm -f "$state/installed"
  run_npm "$what" ci $npm_options --include=dev
  echo "$wanted" >"$state/installed.new" && mv "$state/installed.new" "$state/installed" ||
    fail "cannot write in $state"
}

mkdir -p "$state" 2>/dev/null
[ -w "$state" ] || fail "cannot write in $state"
trap release EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
if [ -z "${npm_config_cache:-}" ] && { [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; }; then
  npm_config_cache=$state/npm-cache
  export npm_config_cache
fi

take_lock
cd "$root" || exit 1
find_node
install_dependencies
echo "$node" >"$state/node-path.new" && mv "$state/node-path.new" "$state/node-path" ||
  fail "cannot write in $state"
