#!/usr/bin/env bash
# dayjs 1.11.23 (npm), utc and timezone plugins, on a machine that runs in UTC: the day after 28 March 2026, 09:00, in Amsterdam.
# The clocks change that night.
#
# Expected: 09:00 of the next day, +02:00 (07:00 in UTC).
# Seen: '09:00+01:00', an offset that Amsterdam does not have that day; the instant is 08:00 in UTC, so the meeting is an hour late.
# When Sunday itself is set, the time is right.
#
# Output seen:
#   add(1, 'day'): 2026-03-29T09:00:00+01:00, 2026-03-29T08:00:00.000Z
#   add(1, 'week'): 2026-04-04T09:00:00+01:00, 2026-04-04T08:00:00.000Z
#   the 29th itself: 2026-03-29T09:00:00+02:00, 2026-03-29T07:00:00.000Z
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dayjs@1.11.23
cat > try.cjs <<'X'
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/utc'));
dayjs.extend(require('dayjs/plugin/timezone'));
const start = dayjs.tz('2026-03-28 09:00', 'Europe/Amsterdam');
const tell = (what, time) => console.log(`${what}: ${time.format()}, ${time.toISOString()}`);
tell("add(1, 'day')", start.add(1, 'day'));
tell("add(1, 'week')", start.add(1, 'week'));
tell('the 29th itself', dayjs.tz('2026-03-29 09:00', 'Europe/Amsterdam'));
X
seen=$(TZ=UTC node try.cjs)
echo "$seen"
[ "$seen" = "add(1, 'day'): 2026-03-29T09:00:00+01:00, 2026-03-29T08:00:00.000Z
add(1, 'week'): 2026-04-04T09:00:00+01:00, 2026-04-04T08:00:00.000Z
the 29th itself: 2026-03-29T09:00:00+02:00, 2026-03-29T07:00:00.000Z" ] || { echo 'It behaves otherwise now.'; exit 1; }
