// Lists what the service is built from: node infra/sbom.mjs writes docs/licences.md, with --out FILE the SBOM (CycloneDX JSON).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const assetsFile = join(root, 'src/TeamsConnectBot/obj/project.assets.json');

// Its values are in the admin page's tokens.css, which manifest/tokens.mjs writes.
const styles = '@fluentui/tokens';

/** Every package the service is published with, with its licence as the package itself states it. */
export function packages() {
  if (!existsSync(assetsFile)) throw new Error('Build the service first: there is no project.assets.json yet.');
  const assets = JSON.parse(readFileSync(assetsFile, 'utf8'));
  const folders = Object.keys(assets.packageFolders);
  const needed = new Set(Object.values(assets.targets).flatMap(target => Object.entries(target)
    .filter(([, library]) => library.type === 'package' && runtimeFiles(library))
    .map(([name]) => name)));
  return Object.entries(assets.libraries)
    .filter(([name]) => needed.has(name))
    .map(([key, library]) => {
      const [name, version] = key.split('/');
      return { name, version, purl: `pkg:nuget/${name}@${version}`, sha512: library.sha512, ...specification(folders, library.path) };
    })
    .concat(fluent())
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function fluent() {
  const { version, license, integrity } = JSON.parse(readFileSync(join(root, 'manifest/package-lock.json'), 'utf8')).packages[`node_modules/${styles}`];
  return {
    name: styles, version, purl: `pkg:npm/${styles.replace('@', '%40')}@${version}`, sha512: integrity.replace('sha512-', ''),
    licence: license, licenceUrl: null, inFile: false, project: 'https://github.com/microsoft/fluentui',
  };
}

// Packages that only help to build, such as analyzers, are not part of what is published.
const runtimeFiles = library => ['runtime', 'runtimeTargets', 'native', 'resource'].some(kind => Object.keys(library[kind] ?? {}).some(file => !file.endsWith('_._')));

function specification(folders, path) {
  const folder = folders.map(each => join(each, path)).find(existsSync);
  const file = folder && readdirSync(folder).find(each => each.endsWith('.nuspec'));
  const text = file ? readFileSync(join(folder, file), 'utf8') : '';
  const tag = name => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(text)?.[1].trim();
  const expression = /<license type="expression"[^>]*>([^<]*)</.exec(text)?.[1].trim();
  return { licence: expression ?? null, licenceUrl: tag('licenseUrl') ?? null, inFile: /<license type="file"/.test(text), project: tag('projectUrl') ?? null };
}

/** A CycloneDX 1.5 document; the same packages give the same document. */
export function cycloneDx(list) {
  const components = list.map(each => ({
    type: 'library',
    'bom-ref': each.purl,
    name: each.name,
    version: each.version,
    purl: each.purl,
    hashes: each.sha512 ? [{ alg: 'SHA-512', content: Buffer.from(each.sha512, 'base64').toString('hex') }] : [],
    ...(each.licence ? { licenses: [{ expression: each.licence }] } : each.licenceUrl ? { licenses: [{ license: { name: 'see url', url: each.licenceUrl } }] } : {}),
  }));
  const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${[digest.slice(0, 8), digest.slice(8, 12), `5${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`, digest.slice(20, 32)].join('-')}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': 'teamsconnectbot', name: 'TeamsConnectBot', version: productVersion() } },
    components,
  };
}

const productVersion = () => /<Version>([^<]*)</.exec(readFileSync(join(root, 'Directory.Build.props'), 'utf8'))[1];

export function licenceTable(list) {
  const rows = list.map(each => `| ${each.project ? `[${each.name}](${each.project})` : each.name} | ${each.version} | ${each.licence ?? (each.inFile ? 'in the package' : each.licenceUrl ? `[as stated](${each.licenceUrl})` : 'not stated')} |`);
  return `# Licences

What the service is published with, as each package states it. Made by \`node infra/sbom.mjs\` from the packages themselves; CI fails when it differs.

| package | version | licence |
| --- | --- | --- |
${rows.join('\n')}
`;
}

if (import.meta.url === new URL(process.argv[1], 'file:').href) {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const list = packages();
  if (values.out) {
    mkdirSync(dirname(values.out), { recursive: true });
    writeFileSync(values.out, JSON.stringify(cycloneDx(list), null, 2) + '\n');
  } else {
    writeFileSync(join(root, 'docs/licences.md'), licenceTable(list));
  }

  console.log(`${list.length} packages listed.`);
}
