import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { problemsIn } from './azd.mjs';

const yaml = readFileSync(new URL('../../azure.yaml', import.meta.url), 'utf8');

/** What the check says of azure.yaml after one change. */
function after(old, replacement) {
  assert.ok(yaml.includes(old), `azure.yaml has no '${old}'`);
  return problemsIn(yaml.replace(old, replacement)).join('\n');
}

test('azure.yaml as it is has no problem', () => assert.deepEqual(problemsIn(yaml), []));
test('what is not YAML is said with its line', () => assert.match(after('services:', 'services: ]'), /^azure\.yaml: .*line \d+/));
test('a key that azd does not know is named', () => assert.match(after('\nservices:', '\nservice: {}\nservices:'), /\/service is nothing azd knows/));
test('a misspelt key of the service is named', () => assert.match(after('    module:', '    modul:'), /\/services\/connectbot\/modul is nothing azd knows/));
test('a service without a host is named', () => assert.match(after('    host: containerapp\n', ''), /connectbot must have required property 'host'/));
test('a misspelt hook is named', () => assert.match(after('preprovision:', 'preprovisoin:'), /\/hooks .*'preprovisoin'/));
test('a shell azd does not have is named with those it has', () => assert.match(after('shell: sh', 'shell: bash'), /preup\/posix\/shell .*sh, pwsh/));
test('a hook without a script is named', () => assert.match(after('run: node infra/hooks/package.mjs, ', ''), /postdeploy\/0\/posix must have required property 'run'/));
test('a command before which the parameters are not written is named', () => assert.match(after('preup:', 'predown:'), /the hook preup does not run infra\/hooks\/parameters\.mjs/));
test('a script that is not there is named', () => assert.match(after('hooks/grant.mjs', 'hooks/grnt.mjs'), /postprovision runs 'node infra\/hooks\/grnt\.mjs', which is not there/));
test('a hook for Windows that runs something else is named', () => assert.match(after('pwsh, run: node infra/hooks/grant.mjs', 'pwsh, run: node infra/hooks/check.mjs'), /postprovision runs something else on Windows/));
test('a folder that is not there is named', () => assert.match(after('src/TeamsConnectBot', 'src/ConnectBot'), /connectbot is in 'src\/ConnectBot', which is not there/));
test('a module that is not there is named', () => assert.match(after('module: main', 'module: mian'), /infra\/mian\.bicep, which is not there/));
test('a renamed service is missed in the tag and in the image', () => assert.match(after('  connectbot:', '  bot:'), /SERVICE_BOT_IMAGE_NAME[^]*'azd-service-name' with 'bot'/));
