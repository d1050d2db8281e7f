import { existsSync, readFileSync } from 'node:fs';
import Ajv2019 from 'ajv/dist/2019.js';
import { parseDocument } from 'yaml';
import { text } from './files.mjs';

const root = new URL('../../', import.meta.url);
const read = path => readFileSync(new URL(path, root), 'utf8');

/** azure.yaml follows azd's schema, its scripts and folders exist, and it and the Bicep files name the same things. */
export function check() {
  return problemsIn(read('azure.yaml'));
}

/** What is wrong with an azure.yaml, a line each. */
export function problemsIn(yaml) {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return [`azure.yaml: ${document.errors[0].message.split('\n')[0]}`];
  const given = document.toJS() ?? {};
  const problems = againstSchema(given);
  return problems.length > 0 ? problems : [...hooksIn(given.hooks ?? {}), ...parametersIn(given.hooks ?? {}), ...Object.entries(given.services ?? {}).flatMap(([name, service]) => serviceIn(name, service))];
}

const schema = JSON.parse(read('infra/checks/schemas/azure.yaml.json'));
const validate = compiled();

function againstSchema(given) {
  const { properties } = schema;
  return [
    ...(validate(given) ? [] : new Set(validate.errors.filter(isCause).map(said))),
    // The schema allows more keys than azd reads.
    ...unknownIn('', given, properties),
    ...Object.entries(given.services ?? {}).flatMap(([name, service]) => unknownIn(`/services/${name}`, service, properties.services.additionalProperties.properties)),
  ];
}

function compiled() {
  const ajv = new Ajv2019({ allErrors: true, strict: false });
  // Hosts we don't use have schemas of their own elsewhere.
  const elsewhere = JSON.stringify(schema).matchAll(/"\$ref":"(https:[^"]+)"/g);
  for (const address of new Set([...elsewhere].map(([, address]) => address))) ajv.addSchema({ $id: address });
  return ajv.compile(schema);
}

const unknownIn = (path, given, known) => Object.keys(given).filter(key => !(key in known)).map(key => `azure.yaml: ${path}/${key} is nothing azd knows`);

// 'if', 'anyOf' and the like only say that something inside them is wrong, which has an error of its own.
const isCause = error => !['if', 'anyOf', 'oneOf', 'allOf'].includes(error.keyword);
const said = ({ instancePath, keyword, message, params }) =>
  `azure.yaml: ${instancePath || '/'} ${keyword === 'false schema' ? 'is not allowed here' : message}${params.additionalProperty ? `: '${params.additionalProperty}'` : ''}${params.allowedValues ? `: ${params.allowedValues.join(', ')}` : ''}`;

function hooksIn(hooks) {
  return Object.entries(hooks).flatMap(([name, steps]) => [steps].flat().flatMap(step => {
    const runs = [step, step.posix, step.windows].map(one => one?.run).filter(Boolean);
    return [
      ...runs.filter(run => !existsSync(new URL(run.replace(/^node /, ''), root))).map(run => `azure.yaml: the hook ${name} runs '${run}', which is not there`),
      ...(new Set(runs).size > 1 ? [`azure.yaml: the hook ${name} runs something else on Windows`] : []),
      ...(step.posix && step.windows || step.run ? [] : [`azure.yaml: the hook ${name} is for one kind of machine only`]),
    ];
  }));
}

// Without them azd asks for each parameter, or deploys those of the last time.
function parametersIn(hooks) {
  const isPrepared = hook => JSON.stringify(hooks[hook] ?? '').includes('infra/hooks/parameters.mjs');
  return ['preup', 'preprovision', 'predeploy'].filter(hook => !isPrepared(hook)).map(hook => `azure.yaml: the hook ${hook} does not run infra/hooks/parameters.mjs, which writes what azd reads`);
}

function serviceIn(name, { project, module }) {
  const image = `SERVICE_${name.toUpperCase().replaceAll('-', '_')}_IMAGE_NAME`;
  return [
    ...(existsSync(new URL(project, root)) ? [] : [`azure.yaml: the service ${name} is in '${project}', which is not there`]),
    ...(existsSync(new URL(`${project}/Dockerfile`, root)) ? [`${project} has a Dockerfile, so azd no longer makes the image with 'dotnet publish'`] : []),
    ...(existsSync(new URL(`infra/${module}.bicep`, root)) ? [] : [`azure.yaml: the service ${name} is deployed with infra/${module}.bicep, which is not there`]),
    ...(read('infra/hooks/parameters.mjs').includes(`\${${image}}`) ? [] : [`infra/hooks/parameters.mjs does not give the image as \${${image}}, the name azd keeps it under`]),
    ...(text('modules/service.bicep').includes(`'azd-service-name': '${name}'`) ? [] : [`modules/service.bicep has no tag 'azd-service-name' with '${name}'`]),
    ...outputsMissing(),
  ];
}

// azd reads the first; the hooks read the others.
function outputsMissing() {
  const outputs = [...text('main.bicep').matchAll(/^output (\w+)/gm)].map(([, name]) => name);
  return ['AZURE_CONTAINER_REGISTRY_ENDPOINT', 'botAppId', 'domain'].filter(name => !outputs.includes(name)).map(name => `main.bicep has no output '${name}', which azd's hooks read`);
}
