import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check, problemsIn } from './toolkit.mjs';

const texts = new Map(['m365agents.yml', 'm365agents.local.yml'].map(file => [file, readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')]));

/** What the check says of a file after one change. */
function after(old, replacement, file = 'm365agents.local.yml') {
  const yaml = texts.get(file);
  assert.ok(yaml.includes(old), `${file} has no '${old}'`);
  return problemsIn(file, yaml.replace(old, () => replacement)).join('\n');
}

test('the files as they are have no problem', () => assert.deepEqual(check(), []));
test('what is not YAML is said with its line', () => assert.match(after('deploy:', 'deploy: ]'), /^m365agents\.local\.yml: .* at line \d+/));
test('another version of the schema is named with the right one', () => assert.equal(after('version: v1.13', 'version: v1.14'), 'm365agents.local.yml: /version must be equal to constant: v1.13'));
test('a misspelt stage is named', () => assert.match(after('provision:', 'provison:'), /'provison'$/));
test('a misspelt action is named', () => assert.equal(after('aadApp/create', 'aadApp/creat'), "m365agents.local.yml: /provision/0 uses 'aadApp/creat', which is no action of the toolkit"));
test('an argument the action lacks is named, alone', () => assert.equal(after('clientSecretExpireDays: 30', 'expires: 30'), "m365agents.local.yml: /provision/0/with must NOT have additional properties 'expires'"));
test('a value the action does not allow is named with those it does', () => assert.match(after('AzureADMyOrg', 'Everybody'), /^m365agents\.local\.yml: \/provision\/0\/with\/signInAudience .*: AzureADMyOrg, [^\n]*$/));
test('a secret under a name that is not kept secret is named', () => assert.match(after('clientSecret: SECRET_BOT_PASSWORD', 'clientSecret: BOT_PASSWORD'), /^m365agents\.local\.yml: \/provision\/0\/writeToEnvironmentFile\/clientSecret must match pattern "\^SECRET_[^\n]*$/));
test('a missing argument is named', () => assert.equal(after('      messagingEndpoint: ${{BOT_ENDPOINT}}/api/messages\n', ''), "m365agents.local.yml: /provision/2/with must have required property 'messagingEndpoint'"));
test('a value that no earlier step writes is named', () => assert.match(after('AppId: ${{BOT_ID}}', 'AppId: ${{BOT}}'), /reads \$\{\{BOT\}\}, which no step before it writes/));
test('a setting the service does not have is named', () => assert.match(after('    AppId:', '    AppID:').replaceAll('  ', ''), /the service knows no setting Bot:AppID/));
test('an argument package.mjs does not take is named', () => assert.match(after('--domain', '--host'), /package\.mjs takes no --host/));
test('a package nothing makes is named', () => assert.match(after('./teamsconnectbot.local.zip', './other.zip'), /nothing makes \.\/other\.zip/));
test('publishing another package than azd makes is named', () => assert.match(after('./teamsconnectbot.zip', './other.zip', 'm365agents.yml'), /nothing makes \.\/other\.zip/));
