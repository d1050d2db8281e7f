import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What azd reads; parameters.mjs writes it before each deployment. */
export const parametersFile = new URL('../main.parameters.json', import.meta.url);

/** A parameter's value as azd deploys it: where the file names an azd variable, such as ${HOST_NAME}, with the value of that. */
export const parameter = name => JSON.parse(readFileSync(parametersFile, 'utf8'), resolved).parameters[name]?.value;

/** Values of the azd environment, which azd gives its hooks as environment variables. Empty ones count as not set. */
export const value = name => process.env[name]?.trim() || undefined;

/** Whether somebody sits at a terminal who can be asked something. */
export const isAttended = () => process.stdin.isTTY && process.stdout.isTTY;

/** Says what to do when one of these is missing, and returns whether all are there. What azd does not set itself has an example. */
export function has(values, hook) {
  const missing = Object.entries(values).filter(([name]) => !value(name));
  for (const [name, example] of missing) console.log(`${name} is not set: ${example ? `azd env set ${name} ${quoted(example)}` : 'azd provision'}`);
  if (missing.length > 0) console.log(`Then: azd hooks run ${hook}`);
  return missing.length === 0;
}

/** Runs a program in the repository's folder, shows what it says, and returns its exit code; 127 when it is not installed. */
export function run(program, ...args) {
  // On Windows the Azure CLI is a command file, which only a shell can start.
  const isWindows = process.platform === 'win32';
  const { status, error } = spawnSync(program, isWindows ? args.map(quoted) : args, { cwd: root, stdio: 'inherit', shell: isWindows });
  if (error?.code === 'ENOENT') console.error(`${program} is not installed, or not in the path.`);
  return status ?? 127;
}

/** A command as somebody would type it. */
export const typed = (...parts) => parts.map(quoted).join(' ');

const resolved = (_, text) => typeof text === 'string' ? text.replaceAll(/\$\{(\w+)(?:=([^}]*))?\}/g, (__, name, otherwise) => value(name) ?? otherwise ?? '') : text;

const quoted = text => /[\s&<>|()]/.test(text) ? `"${text}"` : text;
