#!/usr/bin/env bash
# ical.js 2.2.1 (npm), Event.iterator(): an event with extra dates (RDATE).
#
# Expected: DTSTART is the first occurrence, and a time given by both the rule and RDATE counts once (RFC 5545, 3.8.5.2).
# Seen: with RDATE alone the event's own start is not an occurrence; with a rule as well, the shared time comes twice.
#
# Output seen:
#   30 January, RDATE 3 February: 2026-02-03
#   30 and 31 January by rule, RDATE 31 January: 2026-01-30 2026-01-31 2026-01-31
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1
cat > try.cjs <<'X'
const ICAL = require('ical.js');
function dates(...lines) {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//try//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z',
    'DTSTART:20260130T090000Z', 'DURATION:PT1H', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
  const dates = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')).iterator();
  const seen = [];
  for (let date; (date = dates.next());) seen.push(date.toString().slice(0, 10));
  return seen.join(' ');
}
console.log('30 January, RDATE 3 February:', dates('RDATE:20260203T090000Z'));
console.log('30 and 31 January by rule, RDATE 31 January:', dates('RRULE:FREQ=DAILY;COUNT=2', 'RDATE:20260131T090000Z'));
X
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = '30 January, RDATE 3 February: 2026-02-03
30 and 31 January by rule, RDATE 31 January: 2026-01-30 2026-01-31 2026-01-31' ] || { echo 'It behaves otherwise now.'; exit 1; }
