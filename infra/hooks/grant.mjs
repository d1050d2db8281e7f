// After azd provisions: shows what grant-permissions.ps1 would do, asks, and then lets it do so.
// The azd variable GRANT_PERMISSIONS answers beforehand: yes, no, or ask, which is the default.
import { createInterface } from 'node:readline/promises';
import { has, isAttended, parameter, run, typed, value } from './azd.mjs';

if (!has({ botAppId: '', CALENDAR_GROUP: 'connect-participants' }, 'postprovision')) process.exit(0);

const cloud = parameter('cloud');
const command = ['pwsh', '-NoProfile', '-File', 'infra/grant-permissions.ps1',
  '-BotAppId', value('botAppId'), '-ServiceMailbox', parameter('serviceMailbox'), '-CalendarGroup', value('CALENDAR_GROUP'),
  ...(cloud ? ['-Cloud', cloud] : [])];
const later = `It needs Privileged Role Administrator and Exchange Administrator. Whoever has these can run it later:\n  ${typed(...command)}`;

const answer = value('GRANT_PERMISSIONS') ?? 'ask';
if (!['yes', 'no', 'ask'].includes(answer)) {
  console.error(`GRANT_PERMISSIONS is '${answer}'; set it to yes, no or ask: azd env set GRANT_PERMISSIONS ask`);
  process.exit(1);
}

if (answer === 'no' || (answer === 'ask' && !isAttended())) {
  console.log(`No permission was granted. ${later}`);
  process.exit(0);
}

const shown = run(...command, '-WhatIf');
if (shown !== 0) {
  console.error(`No permission was granted. ${later}`);
  process.exit(shown);
}

if (answer === 'ask' && !await agrees('Grant this now? [y/N] ')) {
  console.log(`No permission was granted. ${later}`);
  process.exit(0);
}

process.exit(run(...command));

async function agrees(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const reply = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(reply.trim());
}
