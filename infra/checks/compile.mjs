import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf } from './files.mjs';

// Bicep's compiler with all of Azure's types; NuGet keeps it on the machine after the first time (115 MB).
const VERSION = '0.49.2';
const PACKAGE = `Azure.Bicep.CommandLine.${{ linux: 'linux', win32: 'win', darwin: 'osx' }[process.platform]}-${process.arch}`;

/** main.bicep and everything in it compiles without a warning: names, types and versions of Azure's resources are right. */
export function check() {
  const compiler = bicep();
  if (!compiler) {
    console.log(`       Not compiled: NuGet did not give ${PACKAGE} ${VERSION}.`);
    return [];
  }

  return problemsIn(compiler, pathOf('main.bicep'));
}

/** What the compiler says about a file, a line each. */
export function problemsIn(compiler, file) {
  const { stderr, error } = spawnSync(compiler, ['build', file, '--stdout'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (error) return [error.message];
  return stderr.split('\n').filter(line => /(Error|Warning) /.test(line)).map(line => line.slice(line.lastIndexOf('infra/') + 1));
}

/** The compiler, or nothing when it can't be had here. */
export function bicep() {
  const packages = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget/packages');
  const program = join(packages, PACKAGE.toLowerCase(), VERSION, 'tools', process.platform === 'win32' ? 'bicep.exe' : 'bicep');
  if (!existsSync(program)) restore();
  if (!existsSync(program)) return undefined;
  chmodSync(program, 0o755);
  return program;
}

function restore() {
  const folder = mkdtempSync(join(tmpdir(), 'bicep-'));
  writeFileSync(join(folder, 'get.csproj'), `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="${PACKAGE}" Version="[${VERSION}]" /></ItemGroup>
</Project>`);
  spawnSync('dotnet', ['restore', '--nologo', '-v', 'quiet'], { cwd: folder });
  rmSync(folder, { recursive: true });
}
