// Before azd provisions or deploys: checks my.parameters.json and writes from it infra/main.parameters.json, the file azd reads.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parametersFile, root } from './azd.mjs';

const GIVEN = 'my.parameters.json';

// azd fills it in, when provisioning and again when deploying. Empty means that there is no image yet.
const IMAGE = '${SERVICE_CONNECTBOT_IMAGE_NAME}';

/** What is wrong with the parameters somebody filled in; `example` holds values that nobody may keep, `options` is docs/options.md. */
export function problemsIn(given, example, declared, options) {
  return [
    ...Object.keys(given).filter(name => !declared.has(name)).map(name => `'${name}' is not a parameter of infra/main.bicep, which takes ${[...declared.keys()].join(', ')}`),
    ...[...declared].filter(([name, hasDefault]) => !hasDefault && given[name]?.value === undefined).map(([name]) => `'${name}' is missing`),
    ...placeholdersIn(given, example).map(([path, text]) => `'${path}' is still the example's '${text}'`),
    ...Object.keys(given.moreSettings?.value ?? {}).filter(key => !settingsIn(options).some(setting => setting.test(key))).map(key => `'moreSettings' has '${key}', which is no setting in docs/options.md`),
  ];
}

const settingsIn = options => [...options.matchAll(/^\| `([\w:]+)` \|/gm)]
  .map(([, key]) => new RegExp(`^${key.replaceAll(/:n(?=:|$)/g, ':\\d+').replaceAll(/:NAME(?=:|$)/g, ':[^:]+')}$`, 'i'));

/** The file azd reads: what was given, and what azd fills in. Without a registry of your own it makes one. */
export function withAzd(given) {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      location: { value: '${AZURE_LOCATION}' },
      ...given,
      image: { value: IMAGE },
      createRegistry: { value: !given.registryServer?.value },
      tags: { value: { application: 'TeamsConnectBot', ...given.tags?.value, 'azd-env-name': '${AZURE_ENV_NAME}' } },
    },
  };
}

/** Names of main.bicep's parameters, and whether each has a default. */
export const declaredIn = bicep => new Map([...bicep.matchAll(/^param (\w+) \w+( =)?/gm)].map(([, name, hasDefault]) => [name, Boolean(hasDefault)]));

// Texts somebody has to replace. Others in the example, such as the schedule, may stay.
const TO_REPLACE = /^(serviceMailbox|pools\.\d+\.(groupId|host\..+)|roles\..+|humanContacts\.\d+\.reach)$/;

function placeholdersIn(given, example) {
  const examples = new Set(textsOf(example).filter(([path]) => TO_REPLACE.test(path)).map(([, text]) => text));
  return textsOf(given).filter(([path, text]) => TO_REPLACE.test(path) && examples.has(text));
}

const textsOf = parameters => Object.entries(parameters).flatMap(([name, { value }]) => texts(name, value));

function texts(path, value) {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => texts(`${path}.${key}`, inner));
}

function prepare() {
  const example = readParameters('infra/parameters.example.json');
  if (!existsSync(join(root, GIVEN))) stop([`${GIVEN} is not there. Copy infra/parameters.example.json to it and fill it in; infra/README.md says more.`]);
  const given = readParameters(GIVEN);
  const problems = problemsIn(given, example, declaredIn(read('infra/main.bicep')), read('docs/options.md'));
  if (problems.length > 0) stop(problems.map(problem => `${GIVEN}: ${problem}.`));
  writeFileSync(parametersFile, JSON.stringify(withAzd(given), null, 2) + '\n');
}

const read = file => readFileSync(join(root, file), 'utf8');

function readParameters(file) {
  try {
    const { parameters } = JSON.parse(read(file));
    if (typeof parameters === 'object' && parameters !== null) return parameters;
    return stop([`${file} has no 'parameters'; infra/parameters.example.json shows its form.`]);
  } catch (problem) {
    return stop([`${file} is not JSON: ${problem.message}.`]);
  }
}

function stop(problems) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

if (import.meta.url === new URL(process.argv[1], 'file:').href) prepare();
