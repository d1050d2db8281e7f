#!/usr/bin/env bash
# node-ical 0.26.1 with rrule-temporal 1.6.0 (npm), expandRecurringEvent: FREQ=MONTHLY from 31 January.
#
# Expected: months without a 31st are skipped (RFC 5545), or the last day is taken each time.
# Seen: February's last day is taken, and from then on it stays the 28th. With BYMONTHDAY=31 written out, months are skipped.
#
# Output seen:
#   from 31 January: 2026-01-31 2026-02-28 2026-03-28 2026-04-28 2026-05-28 2026-06-28
#   BYMONTHDAY=31: 2026-01-31 2026-03-31 2026-05-31
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-ical@0.26.1 rrule-temporal@1.6.0
cat > try.cjs <<'X'
const ical = require('node-ical');
function dates(rule) {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//try//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', 'SUMMARY:x',
    'DTSTART:20260131T090000Z', 'DURATION:PT1H', `RRULE:${rule}`, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
  const event = Object.values(ical.sync.parseICS(text)).find(part => part.type === 'VEVENT');
  return ical.expandRecurringEvent(event, { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-06-30T00:00:00Z') })
    .map(one => one.start.toISOString().slice(0, 10)).join(' ');
}
console.log('from 31 January:', dates('FREQ=MONTHLY'));
console.log('BYMONTHDAY=31:', dates('FREQ=MONTHLY;BYMONTHDAY=31'));
X
seen=$(TZ=UTC node try.cjs)
echo "$seen"
[ "$seen" = 'from 31 January: 2026-01-31 2026-02-28 2026-03-28 2026-04-28 2026-05-28 2026-06-28
BYMONTHDAY=31: 2026-01-31 2026-03-31 2026-05-31' ] || { echo 'It behaves otherwise now.'; exit 1; }
