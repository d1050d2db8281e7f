#!/usr/bin/env bash
# node-ical 0.26.1 with rrule-temporal 1.6.0 (npm), expandRecurringEvent: one meeting of a weekly series was moved
# from 12 January to 1 February, and the requested window is 1 February.
#
# Expected: the moved meeting is found at its new time ('Proper EXDATE and RECURRENCE-ID handling built-in').
# Seen: it is found only when the window also covers the day it was moved away from. A busy hour looks free.
#
# Output seen:
#   1 February: none
#   12 January to 1 February: 2026-01-19T09:00 2026-01-26T09:00 2026-02-01T14:00
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-ical@0.26.1 rrule-temporal@1.6.0
cat > try.cjs <<'X'
const ical = require('node-ical');
const event = (...lines) => ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', 'SUMMARY:x', 'DURATION:PT1H', ...lines, 'END:VEVENT'];
const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//try//EN',
  ...event('DTSTART:20260105T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=6'),
  ...event('DTSTART:20260201T140000Z', 'RECURRENCE-ID:20260112T090000Z'), 'END:VCALENDAR'].join('\r\n');
const series = Object.values(ical.sync.parseICS(text)).find(part => part.type === 'VEVENT');
function dates(from, to) {
  const found = ical.expandRecurringEvent(series, { from: new Date(`${from}T00:00:00Z`), to: new Date(`${to}T23:00:00Z`) });
  return found.map(one => one.start.toISOString().slice(0, 16)).join(' ') || 'none';
}
console.log('1 February:', dates('2026-02-01', '2026-02-01'));
console.log('12 January to 1 February:', dates('2026-01-12', '2026-02-01'));
X
seen=$(TZ=UTC node try.cjs)
echo "$seen"
[ "$seen" = '1 February: none
12 January to 1 February: 2026-01-19T09:00 2026-01-26T09:00 2026-02-01T14:00' ] || { echo 'It behaves otherwise now.'; exit 1; }
