// After azd deploys: makes the Teams package.
import { has, parameters, run, value } from './azd.mjs';

if (!has({
  botAppId: 'set by azd provision', domain: 'set by azd provision',
  ORGANISATION: 'Your organisation', PRIVACY_URL: 'https://intranet.example.org/connect',
}, 'postdeploy')) process.exit(0);

const adminApp = parameters().adminPage?.value?.clientId;
process.exit(run('node', 'manifest/package.mjs', '--app-id', value('botAppId'), '--domain', value('domain'),
  '--organisation', value('ORGANISATION'), '--privacy-url', value('PRIVACY_URL'), ...(adminApp ? ['--entra-app', adminApp] : [])));
