#!/usr/bin/env bash
# adaptive-expressions 4.23.3 (npm), the language of card templates: formatDateTime and formatNumber with a locale.
#
# Expected: the last argument, 'nl-NL', gives Dutch day and month names, just as it gives Dutch numbers.
# Seen: names stay English whatever the locale, without an error. Only numbers follow the locale, and only for 'nl-NL', not for 'nl'.
#
# Output seen:
#   formatDateTime, nl-NL: Monday 30 November
#   formatDateTime, nl: Monday 30 November
#   formatNumber, nl-NL: 1.234,50
#   formatNumber, nl: 1,234.50
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts adaptive-expressions@4.23.3
cat > try.cjs <<'X'
const { Expression } = require('adaptive-expressions');
function tell(what, text) {
  const { value, error } = Expression.parse(text).tryEvaluate({});
  console.log(`${what}: ${error ?? value}`);
}
for (const locale of ['nl-NL', 'nl']) tell(`formatDateTime, ${locale}`, `formatDateTime('2026-11-30T09:00:00.000Z', 'dddd D MMMM', '${locale}')`);
for (const locale of ['nl-NL', 'nl']) tell(`formatNumber, ${locale}`, `formatNumber(1234.5, 2, '${locale}')`);
X
seen=$(TZ=UTC node try.cjs)
echo "$seen"
[ "$seen" = 'formatDateTime, nl-NL: Monday 30 November
formatDateTime, nl: Monday 30 November
formatNumber, nl-NL: 1.234,50
formatNumber, nl: 1,234.50' ] || { echo 'It behaves otherwise now.'; exit 1; }
