#!/usr/bin/env bash
# dayjs 1.11.23 (npm), duration plugin: a negative ISO 8601 duration, such as 'half an hour before the start'.
#
# Expected: '-PT30M' is minus 30 minutes, like 'PT-30M', and it is how the plugin itself writes it.
# Seen: the leading sign is ignored. What toISOString() wrote comes back positive: a reminder before the start becomes one after it.
#
# Output seen:
#   -PT30M: 30
#   PT-30M: -30
#   dayjs.duration(-30, 'minutes').toISOString(): -PT30M
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dayjs@1.11.23
cat > try.cjs <<'X'
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/duration'));
for (const text of ['-PT30M', 'PT-30M']) console.log(`${text}: ${dayjs.duration(text).asMinutes()}`);
console.log("dayjs.duration(-30, 'minutes').toISOString():", dayjs.duration(-30, 'minutes').toISOString());
X
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = "-PT30M: 30
PT-30M: -30
dayjs.duration(-30, 'minutes').toISOString(): -PT30M" ] || { echo 'It behaves otherwise now.'; exit 1; }
