#!/usr/bin/env bash
# adaptivecards-templating 2.3.1 with adaptive-expressions 4.23.3 (npm): $when with a plain value instead of an expression.
#
# Expected: "$when": true keeps the element, false drops it, like an expression with that result.
# Seen: the reverse. Any value that is present and not an expression drops the element, including true; false counts as absent and keeps it.
# ${true} drops it too: a constant alone is not a boolean here, although ${x == 1} and ${not(false)} are.
#
# Output seen:
#   true: dropped
#   false: kept
#   "true": dropped
#   ${true}: dropped
#   ${not(false)}: kept
#   ${x == 1}: kept
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts adaptivecards-templating@2.3.1 adaptive-expressions@4.23.3
cat > try.cjs <<'X'
const { Template } = require('adaptivecards-templating');
for (const when of [true, false, 'true', '${true}', '${not(false)}', '${x == 1}']) {
  const card = new Template({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Hello', $when: when }] }).expand({ $root: { x: 1 } });
  const name = typeof when === 'string' && !when.startsWith('$') ? JSON.stringify(when) : when;
  console.log(`${name}: ${card.body.length ? 'kept' : 'dropped'}`);
}
X
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'true: dropped
false: kept
"true": dropped
${true}: dropped
${not(false)}: kept
${x == 1}: kept' ] || { echo 'It behaves otherwise now.'; exit 1; }
