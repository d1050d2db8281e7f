#!/usr/bin/env bash
# adaptivecards-templating 2.3.1 with adaptive-expressions 4.23.3 (npm): a property that the data lacks, inside a function.
#
# Expected: it counts as null, so that coalesce(nickname, name) gives the name and length(nickname) is 0.
# Seen: that is true for comparisons and empty(). Where a string is expected, the placeholder itself is used: coalesce() never reaches
# its second choice, and length() counts the 11 characters of '${nickname}', unless the result is compared with something.
#
# Output seen:
#   nickname == null: true
#   empty(nickname): true
#   coalesce(nickname, name): ${nickname}
#   length(nickname): 11
#   length(nickname) > 0: false
#   toUpper(nickname): ${NICKNAME}
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts adaptivecards-templating@2.3.1 adaptive-expressions@4.23.3
cat > try.cjs <<'X'
const { Template } = require('adaptivecards-templating');
for (const text of ['nickname == null', 'empty(nickname)', 'coalesce(nickname, name)', 'length(nickname)', 'length(nickname) > 0', 'toUpper(nickname)']) {
  console.log(`${text}: ${new Template({ text: `\${${text}}` }).expand({ $root: { name: 'Jan' } }).text}`);
}
X
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'nickname == null: true
empty(nickname): true
coalesce(nickname, name): ${nickname}
length(nickname): 11
length(nickname) > 0: false
toUpper(nickname): ${NICKNAME}' ] || { echo 'It behaves otherwise now.'; exit 1; }
