#!/usr/bin/env bash
# ical.js 2.2.1 (npm): FREQ=YEARLY from 29 February, compared with FREQ=MONTHLY from the 31st.
#
# Expected: both skip dates that do not exist (RFC 5545: invalid dates are ignored), or both move them.
# Seen: the monthly rule skips; the yearly one moves to 1 March, into another month, and back to 29 February in 2028.
# With the month and day written out (BYMONTH=2;BYMONTHDAY=29) the same library skips.
#
# Output seen:
#   monthly: 2024-01-31 2024-03-31 2024-05-31 2024-07-31 2024-08-31
#   yearly: 2024-02-29 2025-03-01 2026-03-01 2027-03-01 2028-02-29
#   yearly, written out: 2024-02-29 2028-02-29 2032-02-29 2036-02-29 2040-02-29
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1
cat > try.cjs <<'X'
const ICAL = require('ical.js');
function dates(rule, start) {
  const dates = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start));
  return [1, 2, 3, 4, 5].map(() => dates.next().toString().slice(0, 10)).join(' ');
}
console.log('monthly:', dates('FREQ=MONTHLY', '2024-01-31T09:00:00'));
console.log('yearly:', dates('FREQ=YEARLY', '2024-02-29T09:00:00'));
console.log('yearly, written out:', dates('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2024-02-29T09:00:00'));
X
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'monthly: 2024-01-31 2024-03-31 2024-05-31 2024-07-31 2024-08-31
yearly: 2024-02-29 2025-03-01 2026-03-01 2027-03-01 2028-02-29
yearly, written out: 2024-02-29 2028-02-29 2032-02-29 2036-02-29 2040-02-29' ] || { echo 'It behaves otherwise now.'; exit 1; }
