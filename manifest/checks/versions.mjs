import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf, read } from '../fill.mjs';
import { atVersion, NEWEST, VERSIONS } from '../versions.mjs';

/** Each version has what it can have and nothing else, no command that matters is left out, and an unknown version gets a clear error. */
export function check() {
  const newest = JSON.parse(read('manifest.json'));
  return [
    ...(newest.manifestVersion === NEWEST ? [] : [`manifest.json has version ${newest.manifestVersion}, versions.mjs ${NEWEST}`]),
    ...VERSIONS.flatMap(version => problemsOf(version, atVersion(filesOf(newest), version))),
    ...ofCommandLine(),
  ];
}

function problemsOf(version, files) {
  const manifest = JSON.parse(files.find(file => file.name === 'manifest.json').data);
  const bot = manifest.bots[0];
  const minor = Number(version.split('.')[1]);
  // Teams refuses 1.25 and later with the team scope and without this (its schema does not say so).
  const wanted = { supportsChannelFeatures: minor >= 25 ? 'tier1' : undefined, supportsTargetedMessages: minor >= 29 ? true : undefined };
  const commands = bot.commandLists.map(list => list.commands.map(command => command.title));
  return [
    [manifest.manifestVersion === version && manifest.$schema.includes(`/v${version}/`), 'names another version'],
    [manifest.supportsChannelFeatures === wanted.supportsChannelFeatures, `has supportsChannelFeatures ${manifest.supportsChannelFeatures}`],
    [bot.supportsTargetedMessages === wanted.supportsTargetedMessages, `has supportsTargetedMessages ${bot.supportsTargetedMessages}`],
    [bot.commandLists.some(list => list.triggers) === (minor >= 29), 'has triggers that are not for it, or none'],
    [commands.every(list => list.length === (minor >= 24 ? 12 : 10)), `lists ${commands.map(list => list.length).join(' and ')} commands`],
    [['stop', 'forget me', 'help', 'ritual'].every(title => commands.flat().includes(title)), 'leaves out a command that people need'],
  ].filter(([fits]) => !fits).map(([, problem]) => `the package at ${version} ${problem}`);
}

function ofCommandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  const run = version => spawnSync(process.execPath, [
    fileURLToPath(new URL('../package.mjs', import.meta.url)), '--app-id', '11111111-2222-4333-8444-555555555555', '--domain', 'connect.example.org',
    '--organisation', 'Example', '--privacy-url', 'https://example.org/p', '--manifest-version', version, '--out', join(folder, `${version}.zip`),
  ], { encoding: 'utf8' });
  try {
    const [oldest, unknown] = [run(VERSIONS[0]), run('1.18')];
    return [
      [oldest.status === 0 && readFileSync(join(folder, `${VERSIONS[0]}.zip`), 'utf8').includes(`"manifestVersion": "${VERSIONS[0]}"`), `--manifest-version ${VERSIONS[0]} makes no such package: ${oldest.stderr}`],
      [unknown.status === 2 && unknown.stderr.includes(`--manifest-version is '1.18'; give one of ${VERSIONS.join(', ')}.`), `--manifest-version 1.18 is not refused with the versions to choose from: ${unknown.stderr.split('\n')[0]}`],
    ].filter(([fits]) => !fits).map(([, problem]) => problem);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
