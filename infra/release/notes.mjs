// Prints the newest section of the changelog, with the upgrade notes: node infra/release/notes.mjs
// With --check it only checks that the version is the same everywhere, and with --tag vX.Y.Z that it is the tag's.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const text = path => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The section of a Markdown page about a version, without its heading; null when there is none. */
export function section(page, version) {
  const [, ...parts] = page.split(/^## /m);
  const found = parts.find(part => part.split(/\s/)[0] === version);
  return found ? { heading: found.split('\n')[0].trim(), body: found.slice(found.indexOf('\n') + 1).trim() } : null;
}

export const version = () => /<Version>([^<]*)</.exec(text('Directory.Build.props'))[1];

/** What must be put right before this version can be released; with a tag also what only a finished release has. */
export function problems(tag) {
  const wanted = version();
  const newest = /^## (\S+)/m.exec(text('CHANGELOG.md'))?.[1];
  const manifest = JSON.parse(text('manifest/manifest.json')).version;
  return [
    ...(newest === wanted ? [] : [`CHANGELOG.md begins with ${newest}, and Directory.Build.props says ${wanted}`]),
    ...(manifest === wanted ? [] : [`manifest/manifest.json says ${manifest}, and Directory.Build.props ${wanted}`]),
    ...(section(text('docs/upgrade.md'), wanted) ? [] : [`docs/upgrade.md has no section '## ${wanted}'`]),
    ...(tag === undefined || tag === `v${wanted}` ? [] : [`the tag is ${tag}; it must be v${wanted}`]),
    ...(tag !== undefined && /unreleased/.test(section(text('CHANGELOG.md'), wanted)?.heading ?? '') ? [`CHANGELOG.md calls ${wanted} unreleased; give it its date`] : []),
  ];
}

/** @param {string} [repository] where the pages are, such as https://github.com/OWNER/NAME/blob/v1.0.0/; links stay relative without it. */
export function notes(repository) {
  const part = (page, folder) => absolute(section(text(page), version()).body, folder, repository);
  return `${part('CHANGELOG.md', '')}\n\n## Before you upgrade\n\n${part('docs/upgrade.md', 'docs/')}\n`;
}

// A release's page is not in the repository, so relative links would lead nowhere.
const absolute = (body, folder, repository) =>
  repository ? body.replaceAll(/\]\((?!https?:)([^)]+)\)/g, (_, link) => `](${new URL(link, repository + folder)})`) : body;

if (process.argv[1] && import.meta.url === new URL(process.argv[1], 'file:').href) {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, tag: { type: 'string' } } });
  if (values.check) {
    const found = problems(values.tag);
    for (const problem of found) console.error(problem);
    process.exitCode = found.length === 0 ? 0 : 1;
  } else {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
    process.stdout.write(notes(name && `${server}/${name}/blob/v${version()}/`));
  }
}
