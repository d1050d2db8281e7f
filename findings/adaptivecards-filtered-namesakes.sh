#!/usr/bin/env bash
# adaptivecards 3.0.6 (npm), Input.ChoiceSet with style 'filtered': two people with the same name, distinguished by their values.
#
# Expected: the choice that was picked is the one that is sent, and a preset choice is shown by its title, as in the other styles.
# Seen: the box knows titles only. Picking the second namesake sends the first one's id; a preset shows the bare id to the user.
#
# Output seen:
#   the second Jan, filtered: {"who":"id-1"}
#   the second Jan, expanded: {"who":"id-2"}
#   preset Piet, filtered, shown as: id-3
#   preset Piet, compact, shown as: Piet
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

const choices = [{ title: 'Jan', value: 'id-1' }, { title: 'Jan', value: 'id-2' }, { title: 'Piet', value: 'id-3' }];
let sent;
function show(more) {
  const card = new AdaptiveCard();
  card.onExecuteAction = action => { sent = JSON.stringify(action.data); };
  card.parse({
    type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.ChoiceSet', id: 'who', label: 'With whom?', choices, ...more }],
    actions: [{ type: 'Action.Execute', title: 'Send' }],
  });
  document.body.replaceChildren(card.render());
}
const send = () => [...document.querySelectorAll('button')].find(button => button.title === 'Send').click();

show({ style: 'filtered' });
const box = document.querySelector('input');
box.value = document.querySelectorAll('datalist option')[1].value; // What a browser does when the second line of the list is picked.
box.dispatchEvent(new page.Event('input'));
send();
console.log('the second Jan, filtered:', sent);

show({ style: 'expanded' });
document.querySelectorAll('input')[1].click();
send();
console.log('the second Jan, expanded:', sent);

show({ style: 'filtered', value: 'id-3' });
console.log('preset Piet, filtered, shown as:', document.querySelector('input').value);

show({ style: 'compact', value: 'id-3' });
console.log('preset Piet, compact, shown as:', document.querySelector('select').selectedOptions[0].text);
X
seen=$(node try.cjs)
echo "$seen"
[ "$seen" = 'the second Jan, filtered: {"who":"id-1"}
the second Jan, expanded: {"who":"id-2"}
preset Piet, filtered, shown as: id-3
preset Piet, compact, shown as: Piet' ] || { echo 'It behaves otherwise now.'; exit 1; }
