#!/usr/bin/env bash
# luxon 3.7.2 (npm), DateTime.toRelativeCalendar(): a day or two ahead, across the end of a month or a year.
#
# Expected: 'tomorrow' and 'in 2 days', as in the middle of the month ('morgen', 'overmorgen' in Dutch).
# Seen: it names the largest unit whose number changed, however near the day is. On 30 November, 1 December is 'next month'.
#
# Output seen:
#   2026-11-16 to 2026-11-17: tomorrow, morgen
#   2026-11-30 to 2026-12-01: next month, volgende maand
#   2026-11-30 to 2026-12-02: next month, volgende maand
#   2026-12-31 to 2027-01-01: next year, volgend jaar
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts luxon@3.7.2
cat > try.cjs <<'X'
const { DateTime } = require('luxon');
for (const [from, to] of [['2026-11-16', '2026-11-17'], ['2026-11-30', '2026-12-01'], ['2026-11-30', '2026-12-02'], ['2026-12-31', '2027-01-01']]) {
  const words = locale => DateTime.fromISO(to).toRelativeCalendar({ base: DateTime.fromISO(from), locale });
  console.log(`${from} to ${to}: ${words('en')}, ${words('nl')}`);
}
X
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = '2026-11-16 to 2026-11-17: tomorrow, morgen
2026-11-30 to 2026-12-01: next month, volgende maand
2026-11-30 to 2026-12-02: next month, volgende maand
2026-12-31 to 2027-01-01: next year, volgend jaar' ] || { echo 'It behaves otherwise now.'; exit 1; }
