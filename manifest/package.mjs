// Makes the Teams app package: node manifest/package.mjs --app-id GUID --domain HOST --organisation NAME --privacy-url URL
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CLOUDS, hasCopilotNotifications } from './clouds.mjs';
import { fill, filesOf } from './fill.mjs';
import { atVersion, NEWEST, VERSIONS } from './versions.mjs';
import { zip } from './zip.mjs';

const USAGE = `Makes the Teams app package.

  node manifest/package.mjs --app-id GUID --domain HOST --organisation NAME --privacy-url URL
       [--website-url URL] [--terms-url URL] [--entra-app GUID|none] [--copilot-notifications]
       [--cloud CLOUD] [--manifest-version VERSION] [--out FILE]

  --app-id        the bot's app id: 'botAppId' in the outputs of infra/main.bicep
  --domain        where the service listens, without https://: 'domain' in the same outputs
  --organisation  your organisation's name, at most 32 characters; Teams shows it as the developer
  --privacy-url   a page of yours with the notice for staff (docs/staff-notice.en.md is a start)
  --website-url   a page of yours with help; the privacy page when left out
  --terms-url     a page of yours with terms of use; the privacy page when left out
  --entra-app     the app registration of the admin page (Admin:ClientId), so that its tab needs no sign-in; the bot's app id when left
                  out, 'none' for none
  --copilot-notifications
                  asks whoever installs it for AiEnterpriseInteraction.Read.User; only where Signals:CopilotNotifications is on.
                  The permission belongs to the bot's own app, so --entra-app must be that one or be left out
  --cloud         the service's setting Cloud: ${CLOUDS.join(', ')}; Public when left out
  --manifest-version
                  ${NEWEST} when left out; an older one, ${VERSIONS[0]} or later, for a tenant that does not take that yet. Before 1.29 nobody can
                  ask in a channel so that only they see it; before 1.25 the app can't be added to shared and private channels; before
                  1.24 Teams suggests ten commands instead of twelve
  --out           the file to write; teamsconnectbot.zip when left out`;

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const isPage = value => URL.canParse(value) && new URL(value).protocol === 'https:' && value.length <= 2048;

const given = readArguments();
const pages = { privacyUrl: given['privacy-url'] };
pages.websiteUrl = given['website-url'] ?? pages.privacyUrl;
pages.termsUrl = given['terms-url'] ?? pages.privacyUrl;
const entraApp = given['entra-app'] ?? given['app-id'];
const cloud = given.cloud ?? 'Public';
const version = given['manifest-version'] ?? NEWEST;

const problems = [
  [GUID.test(given['app-id'] ?? ''), '--app-id', given['app-id'], 'a GUID'],
  [HOST.test(given.domain ?? ''), '--domain', given.domain, 'a host name such as connect.example.org, without https://'],
  [(given.organisation ?? '').trim().length > 0 && given.organisation.length <= 32, '--organisation', given.organisation, '1 to 32 characters'],
  [isPage(pages.privacyUrl ?? ''), '--privacy-url', pages.privacyUrl, 'an https address'],
  [isPage(pages.websiteUrl ?? ''), '--website-url', pages.websiteUrl, 'an https address'],
  [isPage(pages.termsUrl ?? ''), '--terms-url', pages.termsUrl, 'an https address'],
  [!given['copilot-notifications'] || entraApp?.toLowerCase() === given['app-id']?.toLowerCase(), '--entra-app', entraApp, "the bot's app id with --copilot-notifications"],
  [CLOUDS.includes(cloud), '--cloud', cloud, CLOUDS.join(', ')],
  [!given['copilot-notifications'] || !CLOUDS.includes(cloud) || hasCopilotNotifications(cloud), '--cloud', cloud, 'Public or UsGcc with --copilot-notifications: Microsoft Graph has no such notifications elsewhere'],
  [VERSIONS.includes(version), '--manifest-version', version, `one of ${VERSIONS.join(', ')}`],
  [entraApp === 'none' || GUID.test(entraApp ?? ''), '--entra-app', entraApp, "a GUID, or 'none'"],
].filter(([fits]) => !fits);
if (problems.length > 0) {
  for (const [, key, value, allowed] of problems) console.error(`${key} is ${value === undefined ? 'not given' : `'${value}'`}; give ${allowed}.`);
  console.error(`\n${USAGE}`);
  process.exit(2);
}

const out = given.out ?? 'teamsconnectbot.zip';
const manifest = fill({ appId: given['app-id'].toLowerCase(), domain: given.domain.toLowerCase(), organisation: given.organisation, entraApp, copilotNotifications: given['copilot-notifications'], ...pages });
const files = atVersion(filesOf(manifest), version);
writeFileSync(out, zip(files));
console.log(`${out} (manifest ${version}): ${files.map(file => file.name).join(', ')}. Upload it in the Teams admin centre under 'Manage apps'.`);

function readArguments() {
  const names = ['app-id', 'domain', 'organisation', 'privacy-url', 'website-url', 'terms-url', 'entra-app', 'cloud', 'manifest-version', 'out'];
  try {
    return parseArgs({ options: { ...Object.fromEntries(names.map(name => [name, { type: 'string' }])), 'copilot-notifications': { type: 'boolean' } } }).values;
  } catch (problem) {
    console.error(`${problem.message}\n\n${USAGE}`);
    process.exit(2);
  }
}
