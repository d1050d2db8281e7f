import { text } from './files.mjs';
import { optionKeys } from './options.mjs';

// Without these, in the public cloud and with a managed identity, the service does not start or cannot work.
const REQUIRED = [
  'Bot:AppId', 'Bot:TenantId', 'Bot:ManagedIdentityClientId', 'Graph:ManagedIdentityClientId', 'Graph:ServiceMailbox', 'Storage:File', 'Storage:Provider', 'Storage:ConnectionString',
  'Programme:Pools:*:Id', 'Programme:Pools:*:GroupId', 'Programme:Pools:*:Host:Name', 'Programme:Pools:*:Host:Sentence:*',
];

/** Every setting in Bicep is an option of the service, and none that must be set is missing. */
export function check() {
  const options = optionKeys();
  const set = settingsInBicep();
  const isOption = key => options.some(option => matches(option, key));
  return [
    ...set.filter(key => !isOption(key)).map(key => `Bicep sets ${key}, which the service does not know`),
    ...REQUIRED.filter(key => !options.includes(key)).map(key => `${key} stands in REQUIRED in checks/settings.mjs and is no option any more`),
    ...REQUIRED.filter(key => !set.some(name => matches(key, name))).map(key => `Bicep does not set ${key}`),
  ];
}

const matches = (option, key) => {
  const [wanted, given] = [option.split(':'), key.split(':')];
  return wanted.length === given.length && wanted.every((part, i) => part === '*' || given[i] === '*' || part.toLowerCase() === given[i].toLowerCase());
};

function settingsInBicep() {
  const source = text('modules/settings.bicep') + text('modules/service.bicep');
  const plain = source.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/\$\{[^}]*\}/g, '*');
  return [
    ...[...plain.matchAll(/name: '(\w[^']*__[^']*)'/g)].map(match => match[1].replaceAll('__', ':')),
    ...[...plain.matchAll(/'--([^'=]+)=/g)].map(match => match[1]),
  ];
}
