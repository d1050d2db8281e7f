import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('../../src/TeamsConnectBot/', import.meta.url));
const run = promisify(execFile);

/** No package the service is published with has a known weakness, as far as the package sources tell. */
export async function check() {
  const sources = await Promise.all(sourcesOf(execFileSync('dotnet', ['nuget', 'list', 'source', '--format', 'Short'], { encoding: 'utf8' })).map(tells));
  if (!sources.some(Boolean)) {
    console.log('       Weaknesses are not known here: no package source on this machine tells of them. nuget.org itself does.');
    return [];
  }

  const { stdout } = await run('dotnet', ['list', project, 'package', '--vulnerable', '--include-transitive', '--format', 'json'], { maxBuffer: 1 << 26 });
  return weaknessesIn(JSON.parse(stdout));
}

/** What `dotnet list package --vulnerable --format json` reports, a line each. */
export function weaknessesIn(report) {
  const packages = report.projects.flatMap(({ frameworks = [] }) => frameworks).flatMap(one => [...one.topLevelPackages ?? [], ...one.transitivePackages ?? []]);
  return packages.flatMap(one => (one.vulnerabilities ?? []).map(found => `${one.id} ${one.resolvedVersion}: ${found.severity}, ${found.advisoryurl}`));
}

const sourcesOf = list => [...list.matchAll(/^E[A-Z]* (https:\S+)$/gm)].map(([, address]) => address);

// Without this resource 'dotnet list' says that nothing is known to be wrong, and means that it asked nobody.
async function tells(source) {
  try {
    const { resources } = await (await fetch(source, { signal: AbortSignal.timeout(20_000) })).json();
    return resources.some(one => [one['@type']].flat().some(type => type.startsWith('VulnerabilityInfo/')));
  } catch {
    return false;
  }
}
