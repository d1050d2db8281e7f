// After azd deploys: runs 'check' inside the service, which says what is still missing.
import { has, isAttended, parameter, run, typed, value } from './azd.mjs';

if (!has({ domain: '', AZURE_RESOURCE_GROUP: '', AZURE_SUBSCRIPTION_ID: '' }, 'postdeploy')) process.exit(0);

const command = ['az', 'containerapp', 'exec', '--name', `${parameter('name') ?? 'connectbot'}-app`,
  '--resource-group', value('AZURE_RESOURCE_GROUP'), '--subscription', value('AZURE_SUBSCRIPTION_ID'),
  '--container', 'service', '--command', `dotnet TeamsConnectBot.dll check --domain ${value('domain')}`];

// 'az containerapp exec' works at a terminal only.
if (!isAttended()) {
  console.log(`Check the installation at a terminal:\n  ${typed(...command)}`);
  process.exit(0);
}

console.log('A permission can take an hour to take effect, Exchange\'s two. Until then some checks fail; repeat them: azd hooks run postdeploy');
process.exit(run(...command));
