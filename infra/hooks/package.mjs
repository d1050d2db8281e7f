// After azd deploys: makes the Teams package. The azd variable PACKAGE_ARGUMENTS holds further arguments of manifest/package.mjs.
import { has, parameter, run, value } from './azd.mjs';

if (!has({
  botAppId: '', domain: '', ORGANISATION: 'Your organisation', PRIVACY_URL: 'https://intranet.example.org/connect',
}, 'postdeploy')) process.exit(0);

const adminApp = parameter('adminPage')?.clientId;
const cloud = parameter('cloud');
process.exit(run('node', 'manifest/package.mjs', '--app-id', value('botAppId'), '--domain', value('domain'),
  '--organisation', value('ORGANISATION'), '--privacy-url', value('PRIVACY_URL'), ...(adminApp ? ['--entra-app', adminApp] : []),
  ...(cloud ? ['--cloud', cloud] : []),
  ...(value('PACKAGE_ARGUMENTS')?.split(/\s+/) ?? [])));
