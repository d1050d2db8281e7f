#!/usr/bin/env bash
# adaptivecards 3.0.6 (npm): a button, and inputs that are not visible. They are hidden by isVisible, on the input itself or on a container,
# as part of a form that Action.ToggleVisibility opens later.
#
# Expected: what the user can't see is neither validated nor sent.
# Seen: it is both. A required input that is hidden and empty blocks every button of the card, and its error message is hidden with it: the
# click does nothing. A hidden input with a value is sent.
#
# Output seen:
#   hidden, required, empty: nothing sent
#   in a hidden container, required, empty: nothing sent
#   hidden, with a value: {"name":"x"}
#   in a hidden container, with a value: {"name":"x"}
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts adaptivecards@3.0.6 jsdom@24.1.3
cat > try.cjs <<'X'
const { JSDOM } = require("jsdom");
const page = new JSDOM("<!doctype html><body></body>").window;
global.window = page;
global.document = page.document;
for (const name of Object.getOwnPropertyNames(page)) if (/^HTML/.test(name)) global[name] = page[name];
Object.defineProperty(page.HTMLElement.prototype, "innerText", { get() { return this.textContent; }, set(text) { this.textContent = text; } });
const { AdaptiveCard } = require("adaptivecards/dist/adaptivecards.js");
AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = text; result.didProcess = true; };

function click(what, element) {
  const card = new AdaptiveCard();
  let sent = 'nothing sent';
  card.onExecuteAction = action => { sent = JSON.stringify(action.data); };
  card.parse({ type: 'AdaptiveCard', version: '1.5', body: [element], actions: [{ type: 'Action.Execute', title: 'Send' }] });
  document.body.replaceChildren(card.render());
  document.querySelector('button').click();
  console.log(`${what}: ${sent}`);
}
const input = more => ({ type: 'Input.Text', id: 'name', label: 'Name', ...more });
const required = { isRequired: true, errorMessage: 'Give a name' };
click('hidden, required, empty', input({ ...required, isVisible: false }));
click('in a hidden container, required, empty', { type: 'Container', isVisible: false, items: [input(required)] });
click('hidden, with a value', input({ value: 'x', isVisible: false }));
click('in a hidden container, with a value', { type: 'Container', isVisible: false, items: [input({ value: 'x' })] });
X
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'hidden, required, empty: nothing sent
in a hidden container, required, empty: nothing sent
hidden, with a value: {"name":"x"}
in a hidden container, with a value: {"name":"x"}' ] || { echo 'It behaves otherwise now.'; exit 1; }
