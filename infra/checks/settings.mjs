import { text } from './files.mjs';
import { optionKeys } from './options.mjs';

// Read by the framework, not by an options class of the service.
const FRAMEWORK = /^Logging:LogLevel:/;

// Needed by the standard size, and still to come in the service. When one exists, take it off this list and allow the size in main.bicep.
const PLANNED = ['Storage:Provider', 'Storage:ConnectionString'];

// Without these, in the public cloud and with a managed identity, the service does not start or cannot work.
const REQUIRED = [
  'Bot:AppId', 'Bot:TenantId', 'Bot:ManagedIdentityClientId', 'Graph:UseManagedIdentity', 'Graph:ClientId', 'Graph:ServiceMailbox', 'Storage:File',
  'Programme:Pools:*:Id', 'Programme:Pools:*:GroupId', 'Programme:Pools:*:Host:Name', 'Programme:Pools:*:Host:Sentence:*',
];

/** Every setting in Bicep is an option of the service, and none that must be set is missing. */
export function check() {
  const options = optionKeys();
  const set = settingsInBicep();
  const isOption = key => options.some(option => matches(option, key));
  return [
    ...set.filter(key => !FRAMEWORK.test(key) && !PLANNED.includes(key) && !isOption(key)).map(key => `Bicep sets ${key}, which the service does not know`),
    ...PLANNED.filter(isOption).map(key => `${key} exists now: take it off PLANNED in checks/settings.mjs and allow the standard size in main.bicep`),
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
