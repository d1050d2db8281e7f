import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { fill, read } from '../fill.mjs';

const require = createRequire(import.meta.url);
const example = {
  appId: '11111111-2222-4333-8444-555555555555', entraApp: '11111111-2222-4333-8444-555555555555', domain: 'connect.example.org',
  organisation: 'Example', privacyUrl: 'https://example.org/privacy', websiteUrl: 'https://example.org/', termsUrl: 'https://example.org/terms',
};

/** The manifest, filled in with an example, and the language files, against Microsoft's schemas of the manifest's own version. */
export function check() {
  const manifest = fill(example);
  return [
    ...against('MicrosoftTeams.schema.json', manifest, 'manifest.json', manifest.manifestVersion),
    ...against('MicrosoftTeams.schema.json', fill({ ...example, entraApp: 'none' }), 'manifest.json without webApplicationInfo', manifest.manifestVersion),
    ...against('MicrosoftTeams.schema.json', fill({ ...example, copilotNotifications: true }), 'manifest.json with --copilot-notifications', manifest.manifestVersion),
    ...(manifest.authorization ? ['manifest.json asks for resource-specific consent that nobody chose'] : []),
    ...['en.json', 'nl.json'].flatMap(file => against('MicrosoftTeams.Localization.schema.json', JSON.parse(read(file)), file, manifest.manifestVersion)),
  ];
}

function against(schema, document, name, version) {
  const folder = require.resolve('@microsoft/app-manifest').replace(/index\.js$/, `json-schemas/teams/v${version}/`);
  const ajv = new Ajv04({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(folder + schema, 'utf8')));
  return validate(document) ? [] : validate.errors.map(error => `${name}: ${error.instancePath || '/'} ${error.message}`);
}
