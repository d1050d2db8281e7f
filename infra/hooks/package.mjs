// After azd deploys: makes the Teams package. The azd variable PACKAGE_ARGUMENTS holds further arguments of manifest/package.mjs.
import { has, parameters, run, value } from './azd.mjs';

if (!has({
  botAppId: '', domain: '', ORGANISATION: 'Your organisation', PRIVACY_URL: 'https://intranet.example.org/connect',
}, 'postdeploy')) process.exit(0);

const adminApp = parameters().adminPage?.value?.clientId;
process.exit(run('node', 'manifest/package.mjs', '--app-id', value('botAppId'), '--domain', value('domain'),
  '--organisation', value('ORGANISATION'), '--privacy-url', value('PRIVACY_URL'), ...(adminApp ? ['--entra-app', adminApp] : []),
  ...(value('PACKAGE_ARGUMENTS')?.split(/\s+/) ?? [])));
