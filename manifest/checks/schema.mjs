import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { fill, filesOf } from '../fill.mjs';
import { atVersion, VERSIONS } from '../versions.mjs';

const require = createRequire(import.meta.url);
const example = {
  appId: '11111111-2222-4333-8444-555555555555', entraApp: '11111111-2222-4333-8444-555555555555', domain: 'connect.example.org',
  organisation: 'Example', privacyUrl: 'https://example.org/privacy', websiteUrl: 'https://example.org/', termsUrl: 'https://example.org/terms',
};

/** The package at each version, with and without what can be chosen, against Microsoft's schemas of that version. */
export function check() {
  const choices = { 'as usual': {}, 'without webApplicationInfo': { entraApp: 'none' }, 'with --copilot-notifications': { copilotNotifications: true } };
  return [
    ...(fill(example).authorization ? ['manifest.json asks for resource-specific consent that nobody chose'] : []),
    ...VERSIONS.flatMap(version => Object.entries(choices).flatMap(([name, choice]) => problemsOf(version, name, choice))),
  ];
}

function problemsOf(version, name, choice) {
  const files = atVersion(filesOf(fill({ ...example, ...choice })), version).filter(file => file.name.endsWith('.json'));
  return files.flatMap(file => against(
    file.name === 'manifest.json' ? 'MicrosoftTeams.schema.json' : 'MicrosoftTeams.Localization.schema.json',
    JSON.parse(file.data), `${file.name} at ${version} ${name}`, version));
}

const validators = new Map();

function against(schema, document, name, version) {
  const key = `${version}/${schema}`;
  if (!validators.has(key)) validators.set(key, validator(schema, version));
  const validate = validators.get(key);
  return validate(document) ? [] : validate.errors.map(error => `${name}: ${error.instancePath || '/'} ${error.message}`);
}

function validator(schema, version) {
  const folder = require.resolve('@microsoft/app-manifest').replace(/index\.js$/, `json-schemas/teams/v${version}/`);
  const ajv = new Ajv04({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(folder + schema, 'utf8')));
}
