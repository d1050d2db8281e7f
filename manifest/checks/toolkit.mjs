import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parseDocument } from 'yaml';
import { optionKeys } from '../../infra/checks/options.mjs';

const read = path => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const FILES = ['m365agents.yml', 'm365agents.local.yml'];

// What the toolkit itself sets, and what the task 'Dev tunnel' writes.
const ALREADY_SET = ['TEAMSFX_ENV', 'BOT_ENDPOINT', 'BOT_DOMAIN'];

/** The toolkit's files follow its schema, use only what is there, and debugging agrees with them. */
export function check() {
  return [...FILES.flatMap(file => problemsIn(file, read(file))), ...debugging(), ...example(read('docs/try-in-your-tenant.md'))];
}

/** What is wrong with one of the toolkit's files, a line each. */
export function problemsIn(file, yaml) {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return [`${file}: ${document.errors[0].message.split('\n')[0]}`];
  const given = document.toJS() ?? {};
  const problems = againstSchema(file, given);
  if (problems.length > 0) return problems;
  const steps = STAGES.flatMap(stage => given[stage] ?? []);
  return [...placeholders(file, steps), ...scripts(file, steps), ...settings(file, steps)];
}

const STAGES = ['provision', 'deploy', 'publish'];

const schema = JSON.parse(read('manifest/checks/schemas/m365agents.yml.json'));
const ajv = new Ajv({ allErrors: true, strict: false, formats: { uri: true } });
const validate = ajv.compile(schema);

function againstSchema(file, given) {
  if (validate(given)) return [];
  // A wrong step fits none of the 40 actions, and the schema says so for each. What its own action finds is what helps.
  const steps = STAGES.flatMap(stage => (given[stage] ?? []).flatMap((step, index) => ofStep(step).map(problem => `${file}: /${stage}/${index}${problem}`)));
  const others = validate.errors.filter(({ instancePath }) => instancePath.split('/').length < 3).map(error => `${file}: ${said(error)}`);
  return [...new Set([...steps, ...others])];
}

function ofStep(step) {
  const names = Object.keys(schema.definitions).filter(name => schema.definitions[name].properties?.uses?.const === step.uses);
  if (names.length === 0) return [` uses '${step.uses}', which is no action of the toolkit`];
  const own = step.uses === 'aadApp/create' ? `aadAppCreateWith${step.with?.generateClientSecret ? '' : 'out'}Secret` : names[0];
  const ofAction = ajv.compile({ $ref: `#/definitions/${own}`, definitions: schema.definitions });
  return ofAction(step) ? [] : ofAction.errors.filter(error => !['anyOf', 'oneOf', 'if'].includes(error.keyword)).map(said);
}

const said = ({ instancePath, message, params }) => `${instancePath} ${message}${params.additionalProperty ? ` '${params.additionalProperty}'` : ''}`
  + `${params.allowedValues ? `: ${params.allowedValues.join(', ')}` : ''}${params.allowedValue ? `: ${params.allowedValue}` : ''}`;

/** Every placeholder is written by an earlier step, or known beforehand. */
function placeholders(file, steps) {
  const known = new Set(ALREADY_SET);
  return steps.flatMap(({ writeToEnvironmentFile = {}, ...step }) => {
    const text = JSON.stringify(step);
    const unknown = [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name).filter(name => !known.has(name));
    for (const name of Object.values(writeToEnvironmentFile)) known.add(name);
    for (const [, name] of text.matchAll(/::set-teamsfx-env (\w+)=/g)) known.add(name);
    return [...new Set(unknown)].map(name => `${file}: ${step.uses} reads \${{${name}}}, which no step before it writes`);
  });
}

/** The Teams package is made with arguments package.mjs takes, and read under the name it was written. */
function scripts(file, steps) {
  const runs = steps.filter(step => step.uses === 'script').map(step => step.with.run);
  const packaging = runs.filter(run => run.startsWith('node manifest/package.mjs'));
  const taken = read('manifest/package.mjs');
  const made = runs.some(run => run.startsWith('azd deploy')) ? ['teamsconnectbot.zip'] : packaging.map(run => /--out (\S+)/.exec(run)?.[1]);
  return [
    ...packaging.flatMap(run => [...run.matchAll(/ --([\w-]+)/g)]).filter(([, name]) => !taken.includes(`'${name}'`)).map(([, name]) => `${file}: manifest/package.mjs takes no --${name}`),
    ...steps.map(step => step.with.appPackagePath).filter(path => path && !made.includes(path.replace('./', ''))).map(path => `${file}: nothing makes ${path}`),
  ];
}

/** Settings written for the service are options it knows. */
function settings(file, steps) {
  return steps.filter(step => step.uses === 'file/createOrUpdateJsonFile')
    .flatMap(step => unknownIn(step.with.content)).map(key => `${file}: the service knows no setting ${key}`);
}

function unknownIn(content) {
  const options = optionKeys();
  return keysOf(content).filter(key => !options.some(option => fits(option.split(':'), key.split(':'))));
}

const keysOf = (value, path = '') => typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path ? `${path}:${key}` : key)) : [path];
const fits = (option, key) => option.length === key.length && option.every((part, index) => part === '*' || part === key[index]);

/** Visual Studio Code's tasks and launches name each other, and all use the launch profile's port. */
function debugging() {
  const [tasks, launch, profiles] = ['.vscode/tasks.json', '.vscode/launch.json', 'src/TeamsConnectBot/Properties/launchSettings.json'].map(file => JSON.parse(read(file)));
  const labels = tasks.tasks.map(task => task.label);
  const names = launch.configurations.map(one => one.name);
  const service = launch.configurations.find(one => one.launchSettingsProfile);
  const port = Number(new URL(profiles.profiles[service.launchSettingsProfile]?.applicationUrl ?? 'http://none').port);
  const ports = [tasks.tasks.flatMap(task => task.args?.portOccupancy ?? []), tasks.tasks.flatMap(task => task.args?.ports ?? []).map(one => one.portNumber)].flat();
  return [
    ...tasks.tasks.flatMap(task => task.dependsOn ?? []).filter(label => !labels.includes(label)).map(label => `.vscode/tasks.json: there is no task '${label}'`),
    ...launch.compounds.flatMap(one => one.configurations).filter(name => !names.includes(name)).map(name => `.vscode/launch.json: there is no configuration '${name}'`),
    ...launch.compounds.map(one => one.preLaunchTask).filter(label => !labels.includes(label)).map(label => `.vscode/launch.json: there is no task '${label}'`),
    ...(port > 0 ? [] : [`.vscode/launch.json: launchSettings.json has no profile '${service.launchSettingsProfile}' with a port`]),
    ...ports.filter(one => one !== port).map(one => `.vscode/tasks.json uses port ${one}; launchSettings.json listens on ${port}`),
  ];
}

/** The settings to copy from the page are settings the service knows. */
function example(page) {
  const blocks = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, json]) => JSON.parse(json));
  return [
    ...(blocks.length > 0 ? [] : ['docs/try-in-your-tenant.md has no settings to copy']),
    ...blocks.flatMap(unknownIn).map(key => `docs/try-in-your-tenant.md: the service knows no setting ${key}`),
  ];
}
