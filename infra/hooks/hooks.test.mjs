import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const all = mkdtempSync(join(tmpdir(), 'azd-'));
process.once('exit', () => rmSync(all, { recursive: true }));

const root = fileURLToPath(new URL('../../', import.meta.url));
const filledIn = JSON.stringify(JSON.parse(readFileSync(join(root, 'infra/parameters.example.json'), 'utf8')))
  .replaceAll('00000000-0000-0000-0000-000000000000', '11111111-2222-4333-8444-555555555555')
  .replace('connect@example.org', 'connect@contoso.example').replace('Naam van de gastheer of gastvrouw', 'Ada')
  .replace('Eén zin die deze persoon zelf schreef.', 'Loop eens binnen.').replace('One sentence this person wrote themselves.', 'Do drop in, \\"any\\" time.')
  .replace('06 1234 5678', '06 8765 4321');
const azd = {
  botAppId: '11111111-2222-4333-8444-555555555555', domain: 'connectbot-app.x.westeurope.azurecontainerapps.io', AZURE_RESOURCE_GROUP: 'rg', AZURE_SUBSCRIPTION_ID: 'sub',
  CALENDAR_GROUP: 'connect participants', ORGANISATION: 'Contoso', PRIVACY_URL: 'https://contoso.example/connect',
};

/** A copy of what the hooks need, with a 'pwsh' and an 'az' that only write down their arguments. */
function repository({ given = filledIn } = {}) {
  const folder = mkdtempSync(join(all, 'repository-'));
  for (const path of ['infra/hooks', 'infra/main.bicep', 'infra/parameters.example.json', 'docs/options.md', 'manifest']) {
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: source => !source.includes('node_modules') });
  }
  if (given !== null) writeFileSync(join(folder, 'my.parameters.json'), given);
  mkdirSync(join(folder, 'bin'));
  for (const program of ['pwsh', 'az']) {
    writeFileSync(join(folder, 'bin', program), `#!/bin/sh\necho "${program} $*" >> "${folder}/asked"\nexit \${ANSWER:-0}\n`);
    chmodSync(join(folder, 'bin', program), 0o755);
  }
  const run = (hook, values = azd) => {
    const { PATH, HOME } = process.env;
    const { status, stdout, stderr } = spawnSync('node', [join(folder, `infra/hooks/${hook}.mjs`)], {
      cwd: folder, encoding: 'utf8', env: { PATH: join(folder, 'bin') + delimiter + PATH, HOME, ...values },
    });
    return { status, said: stdout + stderr };
  };
  const asked = () => existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') : [];
  return { folder, run, asked };
}

/** A repository in which the parameters were prepared. */
function prepared(given = filledIn) {
  const made = repository({ given });
  const { status, said } = made.run('parameters');
  assert.equal(status, 0, said);
  return made;
}

const changed = change => {
  const file = JSON.parse(filledIn);
  change(file.parameters);
  return JSON.stringify(file);
};

test('parameters: what was given reaches azd, with the image and the registry azd fills in', () => {
  const { folder } = prepared();
  const { parameters } = JSON.parse(readFileSync(join(folder, 'infra/main.parameters.json'), 'utf8'));
  assert.equal(parameters.serviceMailbox.value, 'connect@contoso.example');
  assert.equal(parameters.pools.value[0].host.sentence.en, 'Do drop in, "any" time.');
  assert.equal(parameters.image.value, '${SERVICE_CONNECTBOT_IMAGE_NAME}');
  assert.equal(parameters.createRegistry.value, true);
  assert.deepEqual(parameters.tags.value, { application: 'TeamsConnectBot', 'azd-env-name': '${AZURE_ENV_NAME}' });
});

test('parameters: with a registry of your own none is made', () => {
  const { folder, run } = repository({ given: changed(parameters => { parameters.registryServer = { value: 'contoso.azurecr.io' }; }) });
  assert.equal(run('parameters').status, 0);
  assert.equal(JSON.parse(readFileSync(join(folder, 'infra/main.parameters.json'), 'utf8')).parameters.createRegistry.value, false);
});

const wrong = {
  'a file that is not there': [null, /my\.parameters\.json is not there\. Copy infra\/parameters\.example\.json/],
  'a file that is not JSON': ['{ "parameters": ', /my\.parameters\.json is not JSON/],
  'a file without parameters': ['{}', /has no 'parameters'/],
  'a parameter main.bicep does not have': [changed(parameters => { parameters.pool = parameters.pools; }), /'pool' is not a parameter of infra\/main\.bicep, which takes name, location/],
  'a parameter that must be given': [changed(parameters => { delete parameters.serviceMailbox; }), /'serviceMailbox' is missing/],
  'a misspelt setting': [changed(parameters => { parameters.moreSettings = { value: { 'DaysOff:Country': 'NL', 'programme:Pools:0:Host:PersonId': 'x', 'DaysOf:Country': 'NL' } }; }), /^my\.parameters\.json: 'moreSettings' has 'DaysOf:Country', which is no setting in docs\/options\.md\.$/m],
  "an example's group": [changed(parameters => { parameters.pools.value[0].groupId = '00000000-0000-0000-0000-000000000000'; }), /'pools\.0\.groupId' is still the example's '0{8}-/],
  "an example's sentence": [changed(parameters => { parameters.pools.value[0].host.sentence.nl = 'Eén zin die deze persoon zelf schreef.'; }), /'pools\.0\.host\.sentence\.nl' is still/],
};
for (const [what, [given, message]] of Object.entries(wrong)) {
  test(`parameters: ${what} stops azd with what is wrong`, () => {
    const { folder, run } = repository({ given });
    const { status, said } = run('parameters');
    assert.equal(status, 1);
    assert.match(said, message);
    assert.ok(!existsSync(join(folder, 'infra/main.parameters.json')));
  });
}

test('grant: shows first what it would do, then does it', () => {
  const { run, asked } = prepared();
  const { status, said } = run('grant', { ...azd, GRANT_PERMISSIONS: 'yes' });
  const command = 'pwsh -NoProfile -File infra/grant-permissions.ps1 -BotAppId 11111111-2222-4333-8444-555555555555 -ServiceMailbox connect@contoso.example -CalendarGroup connect participants';
  assert.equal(status, 0, said);
  assert.deepEqual(asked(), [`${command} -WhatIf`, command]);
});

test('grant: in another cloud it signs in to that one', () => {
  const { run, asked } = prepared(changed(parameters => { parameters.cloud = { value: 'UsGov' }; }));
  assert.equal(run('grant', { ...azd, GRANT_PERMISSIONS: 'yes' }).status, 0);
  assert.match(asked()[1], / -Cloud UsGov$/);
});

test('grant: a parameter that names an azd variable has the value of that', () => {
  const { run, asked } = prepared(changed(parameters => { parameters.serviceMailbox.value = '${MAILBOX}@${MAIL_DOMAIN=contoso.example}'; }));
  assert.equal(run('grant', { ...azd, GRANT_PERMISSIONS: 'yes', MAILBOX: 'coffee' }).status, 0);
  assert.match(asked()[1], / -ServiceMailbox coffee@contoso\.example /);
});

test('grant: where nobody can be asked it grants nothing and says how', () => {
  const { run, asked } = prepared();
  const { status, said } = run('grant');
  assert.equal(status, 0);
  assert.deepEqual(asked(), []);
  assert.match(said, /No permission was granted\.[^]*grant-permissions\.ps1 .* -CalendarGroup "connect participants"/);
});

test('grant: after a failed -WhatIf it grants nothing', () => {
  const { run, asked } = prepared();
  const { status, said } = run('grant', { ...azd, GRANT_PERMISSIONS: 'yes', ANSWER: '3' });
  assert.equal(status, 3);
  assert.equal(asked().length, 1);
  assert.match(said, /No permission was granted/);
});

test('grant: without the group it says what to set', () => {
  const { run, asked } = prepared();
  const { status, said } = run('grant', { ...azd, CALENDAR_GROUP: '' });
  assert.equal(status, 0);
  assert.deepEqual(asked(), []);
  assert.match(said, /CALENDAR_GROUP is not set: azd env set CALENDAR_GROUP .*\nThen: azd hooks run postprovision/);
});

test('check: before anything is provisioned it says so', () => {
  const { status, said } = prepared().run('check', { ...azd, domain: '' });
  assert.equal(status, 0);
  assert.match(said, /domain is not set: azd provision\nThen: azd hooks run postdeploy/);
});

test('grant: another answer is refused', () => {
  const { status, said } = prepared().run('grant', { ...azd, GRANT_PERMISSIONS: 'sure' });
  assert.equal(status, 1);
  assert.match(said, /GRANT_PERMISSIONS is 'sure'; set it to yes, no or ask/);
});

test('package: makes the Teams package with the outputs of the deployment', () => {
  const { folder, run } = prepared();
  const { status, said } = run('package');
  assert.equal(status, 0, said);
  const zip = readFileSync(join(folder, 'teamsconnectbot.zip'), 'latin1');
  assert.ok(zip.includes(azd.botAppId) && zip.includes(azd.domain) && zip.includes('Contoso'));
});

test('package: further arguments reach manifest/package.mjs', () => {
  const { folder, run } = prepared();
  const { status, said } = run('package', { ...azd, PACKAGE_ARGUMENTS: '--copilot-notifications --out other.zip' });
  assert.equal(status, 0, said);
  assert.ok(readFileSync(join(folder, 'other.zip'), 'latin1').includes('AiEnterpriseInteraction.Read.User'));
});

test('package: is made for the cloud of the parameters', () => {
  const { run } = prepared(changed(parameters => { parameters.cloud = { value: 'UsGov' }; }));
  const { status, said } = run('package', { ...azd, PACKAGE_ARGUMENTS: '--copilot-notifications' });
  assert.equal(status, 2);
  assert.match(said, /--cloud is 'UsGov'; give Public or UsGcc with --copilot-notifications/);
});

test('package: without the organisation it says what to set', () => {
  const { folder, run } = prepared();
  const { status, said } = run('package', { ...azd, ORGANISATION: '', PRIVACY_URL: '' });
  assert.equal(status, 0);
  assert.match(said, /ORGANISATION is not set[^]*PRIVACY_URL is not set[^]*azd hooks run postdeploy/);
  assert.ok(!existsSync(join(folder, 'teamsconnectbot.zip')));
});

test('check: without a terminal it says what to type', () => {
  const { run, asked } = prepared();
  const { status, said } = run('check');
  assert.equal(status, 0);
  assert.deepEqual(asked(), []);
  assert.match(said, /az containerapp exec --name connectbot-app --resource-group rg .*--command "dotnet TeamsConnectBot\.dll check --domain connectbot-app\.x\./);
});
