#!/usr/bin/env bash
# adaptivecards 3.0.6 (npm), Input.ChoiceSet: a choice whose value is the empty string, such as 'No preference'.
#
# Expected: '' is sent, or nothing.
# Seen: in the expanded style the word 'on' is sent, which is not a value in the card; in the compact style nothing is sent.
#
# Output seen:
#   expanded, one: {"who":"on"}
#   expanded, several: {"who":"on,jan"}
#   compact: {}
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

function choose(what, pick, more) {
  const card = new AdaptiveCard();
  let sent = 'nothing sent';
  card.onExecuteAction = action => { sent = JSON.stringify(action.data); };
  const choices = [{ title: 'No preference', value: '' }, { title: 'Jan', value: 'jan' }];
  card.parse({
    type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.ChoiceSet', id: 'who', label: 'With whom?', choices, ...more }],
    actions: [{ type: 'Action.Execute', title: 'Send' }],
  });
  document.body.replaceChildren(card.render());
  pick();
  [...document.querySelectorAll('button')].find(button => button.title === 'Send').click();
  console.log(`${what}: ${sent}`);
}
const boxes = () => document.querySelectorAll('input');
choose('expanded, one', () => boxes()[0].click(), { style: 'expanded' });
choose('expanded, several', () => boxes().forEach(box => box.click()), { style: 'expanded', isMultiSelect: true });
choose('compact', () => {
  const list = document.querySelector('select');
  list.selectedIndex = [...list.options].findIndex(option => option.text === 'No preference');
  list.dispatchEvent(new page.Event('change'));
}, { style: 'compact' });
X
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'expanded, one: {"who":"on"}
expanded, several: {"who":"on,jan"}
compact: {}' ] || { echo 'It behaves otherwise now.'; exit 1; }
