#!/usr/bin/env bash
# ical.js 2.2.1 (npm): BYSETPOS in a rule that is not FREQ=MONTHLY with BYDAY.
#
# Expected: BYSETPOS picks from the set of each period, as RFC 5545 says, or the rule is refused.
# Seen: it works for FREQ=MONTHLY with BYDAY only. In a weekly rule and in a monthly one with BYMONTHDAY it is ignored
# without an error, so every date of the set is a meeting; in a yearly rule it picks in each month instead of in the year.
#
# Output seen, all from 5 January 2026. The first line is right. Right for the others would be: 9, 16 and 23 January;
# 31 January, 28 February and 31 March; 2 March 2026, 1 March 2027 and 6 March 2028.
#   month, BYDAY: 2026-01-30 2026-02-27 2026-03-31
#   week, BYDAY: 2026-01-05 2026-01-07 2026-01-09
#   month, BYMONTHDAY: 2026-01-28 2026-01-29 2026-01-30
#   year, BYDAY: 2026-03-02 2026-09-07 2027-03-01
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1
cat > try.cjs <<'X'
const ICAL = require('ical.js');
function dates(rule) {
  const dates = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString('2026-01-05T09:00:00'));
  return [1, 2, 3].map(() => dates.next().toString().slice(0, 10)).join(' ');
}
console.log('month, BYDAY:', dates('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'));
console.log('week, BYDAY:', dates('FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1'));
console.log('month, BYMONTHDAY:', dates('FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'));
console.log('year, BYDAY:', dates('FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO;BYSETPOS=1'));
X
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'month, BYDAY: 2026-01-30 2026-02-27 2026-03-31
week, BYDAY: 2026-01-05 2026-01-07 2026-01-09
month, BYMONTHDAY: 2026-01-28 2026-01-29 2026-01-30
year, BYDAY: 2026-03-02 2026-09-07 2027-03-01' ] || { echo 'It behaves otherwise now.'; exit 1; }
