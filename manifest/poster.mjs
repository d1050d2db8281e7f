// Makes a poster and a card to pass on: node manifest/poster.mjs --teams-app GUID --language nl --host "Name"
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import QrCode from 'qrcode-svg';
import { CLOUDS, teamsOf } from './clouds.mjs';

const USAGE = `Makes an A4 poster as an HTML page to print, with a QR code and a link to the app in Teams. Run 'npm ci' in manifest/ once.

  node manifest/poster.mjs --teams-app GUID --language nl|en --host NAME [--place PLACE] [--tenant GUID] [--cloud CLOUD] [--out FILE]

  --teams-app  'App ID' on the app's page in the Teams admin centre. Teams gives it at the upload: it is not the id in the package
  --language   nl or en
  --host       the person to turn to, as colleagues know them
  --place      where people meet, such as 'the long table by the coffee bar'; left out when not given
  --tenant     the id of your tenant, for people who are in more than one
  --cloud      the service's setting Cloud: ${CLOUDS.join(', ')}; Public when left out
  --out        the file to write; poster-LANGUAGE.html when left out`;

const WORDS = {
  nl: {
    title: 'Doe je mee?',
    lines: [
      'Af en toe een uitnodiging voor koffie met een collega, op een moment dat jullie allebei uitkomt.',
      'Met wie, dat hoor je pas als jullie allebei ja zeiden.',
      'Nee zeggen of niets doen is altijd goed. Niemand ziet het.',
    ],
    place: place => `Waar: ${place}.`,
    scan: 'Scan om mee te doen, of zoek TeamsConnectBot in Teams onder Apps. Stoppen: haal de app weg.',
    host: name => `Vragen? Loop even langs bij ${name}.`,
  },
  en: {
    title: 'Will you join?',
    lines: [
      'Now and then an invitation for coffee with a colleague, at a time that suits you both.',
      'You hear with whom only when you both said yes.',
      'Saying no or doing nothing is always fine. Nobody sees it.',
    ],
    place: place => `Where: ${place}.`,
    scan: 'Scan to join, or look for TeamsConnectBot in Teams under Apps. To stop, uninstall the app.',
    host: name => `Questions? Drop by at ${name}'s desk.`,
  },
};

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const escape = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

/** The link that opens the app's page in Teams, where people install it themselves. */
export const installLink = (teamsApp, tenant, cloud = 'Public') => `${teamsOf(cloud)}/l/app/${teamsApp.toLowerCase()}${tenant ? `?tenantId=${tenant.toLowerCase()}` : ''}`;

export function poster({ teamsApp, tenant, cloud, language, host, place }) {
  const words = WORDS[language];
  const link = installLink(teamsApp, tenant, cloud);
  const code = new QrCode({ content: link, padding: 0, width: 260, height: 260, join: true, container: 'svg-viewbox', color: '#123a40', background: 'white' }).svg();
  const lines = [...words.lines, ...(place ? [words.place(place)] : [])];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${escape(words.title)}</title>
<style>
  @page { size: A4; margin: 0 }
  body { margin: 0; font: 22px/1.45 "Segoe UI", system-ui, sans-serif; color: #123a40; background: white }
  main { box-sizing: border-box; width: 210mm; min-height: 296mm; padding: 28mm 24mm 20mm; display: flex; flex-direction: column; border-top: 12mm solid #1f5c66 }
  h1 { font-size: 68px; line-height: 1.05; margin: 0 0 12mm }
  p { margin: 0 0 6mm; max-width: 32ch; font-size: 27px }
  figure { margin: auto 0 0; display: flex; gap: 10mm; align-items: center }
  figure svg { width: 62mm; height: 62mm; flex: none }
  figcaption, footer { font-size: 20px; overflow-wrap: anywhere }
  a { color: inherit }
  footer { margin-top: 10mm; font-weight: 600 }
</style>
<main>
  <h1>${escape(words.title)}</h1>
${lines.map(line => `  <p>${escape(line)}</p>`).join('\n')}
  <figure>
    ${code.replace(/<\?xml[^>]*>\s*/, '').replace('<svg', `<svg role="img" aria-label="${escape(link)}"`)}
    <figcaption>${escape(words.scan)}<br><a href="${link}">${link}</a></figcaption>
  </figure>
  <footer>${escape(words.host(host))}</footer>
</main>
</html>
`;
}

if (import.meta.url === new URL(process.argv[1], 'file:').href) {
  const given = readArguments();
  const problems = [
    [GUID.test(given['teams-app'] ?? ''), '--teams-app', given['teams-app'], "the 'App ID' of the Teams admin centre, a GUID"],
    [GUID.test(given.tenant ?? given['teams-app'] ?? ''), '--tenant', given.tenant, 'a GUID'],
    [CLOUDS.includes(given.cloud ?? 'Public'), '--cloud', given.cloud, CLOUDS.join(', ')],
    [given.language in WORDS, '--language', given.language, 'nl or en'],
    [(given.host ?? '').trim().length > 0 && given.host.length <= 60, '--host', given.host, "a person's name of at most 60 characters"],
    [(given.place ?? '').length <= 80, '--place', given.place, 'at most 80 characters'],
  ].filter(([fits]) => !fits);
  if (problems.length > 0) {
    for (const [, key, value, allowed] of problems) console.error(`${key} is ${value === undefined ? 'not given' : `'${value}'`}; give ${allowed}.`);
    console.error(`\n${USAGE}`);
    process.exit(2);
  }

  const out = given.out ?? `poster-${given.language}.html`;
  writeFileSync(out, poster({ teamsApp: given['teams-app'], tenant: given.tenant, cloud: given.cloud, language: given.language, host: given.host.trim(), place: given.place }));
  console.log(`${out}: open it in a browser and print it.`);
}

function readArguments() {
  try {
    return parseArgs({ options: Object.fromEntries(['teams-app', 'language', 'host', 'place', 'tenant', 'cloud', 'out'].map(name => [name, { type: 'string' }])) }).values;
  } catch (problem) {
    console.error(`${problem.message}\n\n${USAGE}`);
    process.exit(2);
  }
}
