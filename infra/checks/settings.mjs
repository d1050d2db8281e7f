import { readFileSync } from 'node:fs';
import { text } from './files.mjs';
import { optionKeys } from './options.mjs';

// What docs/options.md says must be set and Bicep leaves out, with the reason.
const NOT_NEEDED = {
  'Bot:ClientSecret': 'a managed identity is the credential',
  'Graph:TenantId': 'not asked with a managed identity',
  'Graph:ClientId': 'not asked with a managed identity',
  'Graph:ClientSecret': 'a managed identity is the credential',
};

// And what no option by itself demands, but Azure or two instances do.
const NEEDED_HERE = ['Cloud', 'Bot:ManagedIdentityClientId', 'Graph:ManagedIdentityClientId', 'Storage:File', 'Storage:Provider', 'Storage:ConnectionString', 'Storage:ManagedIdentityClientId', 'Admin:KeyVaultKey', 'Telemetry:OtlpEndpoint'];

/** Every setting in Bicep is an option of the service, and none that must be set is missing. */
export function check() {
  const options = optionKeys();
  const set = settingsInBicep();
  const required = [...mustBeSet().filter(key => !(key in NOT_NEEDED)), ...NEEDED_HERE];
  const isOption = key => options.some(option => matches(option, key));
  return [
    ...set.filter(key => !isOption(key)).map(key => `Bicep sets ${key}, which the service does not know`),
    ...[...NEEDED_HERE, ...Object.keys(NOT_NEEDED)].filter(key => !options.includes(key)).map(key => `${key} stands in checks/settings.mjs and is no option any more`),
    ...(required.length > NEEDED_HERE.length ? [] : ['docs/options.md names nothing that must be set']),
    ...required.filter(key => !set.some(name => matches(key, name))).map(key => `Bicep does not set ${key}`),
  ];
}

const matches = (option, key) => {
  const [wanted, given] = [option.split(':'), key.split(':')];
  return wanted.length === given.length && wanted.every((part, i) => part === '*' || given[i] === '*' || part.toLowerCase() === given[i].toLowerCase());
};

// docs/options.md is made from the code, and a test holds it to that.
function mustBeSet() {
  const table = readFileSync(new URL('../../docs/options.md', import.meta.url), 'utf8');
  return [...table.matchAll(/^\| `([^`]+)` \|[^|]*\|(.*)\|$/gm)]
    .filter(([, , meaning]) => /\bmust be set\b/i.test(meaning))
    .map(([, key]) => key.replaceAll(/:(n|NAME)(?=:|$)/g, ':*'));
}

function settingsInBicep() {
  const source = text('modules/settings.bicep') + text('modules/service.bicep');
  const plain = source.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/\$\{[^}]*\}/g, '*');
  return [
    ...[...plain.matchAll(/name: '(\w[^']*__[^']*)'/g)].map(match => match[1].replaceAll('__', ':')),
    // The one setting outside any section.
    ...[...plain.matchAll(/name: '(Cloud)'/g)].map(match => match[1]),
    ...[...plain.matchAll(/'--([^'=:]+:[^'=]+)=/g)].map(match => match[1]),
  ];
}
