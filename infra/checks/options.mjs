import { readdirSync, readFileSync } from 'node:fs';

const src = new URL('../../src/', import.meta.url);
const PROPERTY = /^\s*public (?:required )?([\w<>?, ]+?) (\w+) \{ get;[^}]*\}/gm;

/** Every option the service can be given, as Section:Key; '*' stands for an index or a free key. */
export function optionKeys() {
  const classes = new Map();
  for (const file of optionFiles(['TeamsConnectBot', 'TeamsConnectBot.BotFramework'])) {
    const source = readFileSync(file, 'utf8').replaceAll(/^\s*\/\/.*$/gm, '');
    for (const part of source.split(/(?=\bclass \w+)/).slice(1)) {
      classes.set(/^class (\w+)/.exec(part)[1], {
        section: /const string Section = "(\w*)"/.exec(part)?.[1],
        properties: [...part.matchAll(PROPERTY)].map(([, type, name]) => ({ type: type.replace('?', ''), name })),
      });
    }
  }

  return [...classes.values()].filter(one => one.section !== undefined).flatMap(one => keysOf(classes, one, one.section));
}

const keysOf = (classes, { properties }, prefix) => properties.flatMap(({ type, name }) => keysOfType(classes, type, prefix ? `${prefix}:${name}` : name));

function keysOfType(classes, type, key) {
  const item = /^(?:List|IList|IReadOnlyList)<(.+)>$/.exec(type)?.[1];
  if (item) return keysOfType(classes, item, `${key}:*`);
  if (type.startsWith('Dictionary<')) return [`${key}:*`];
  return classes.has(type) ? keysOf(classes, classes.get(type), key) : [key];
}

function optionFiles(projects) {
  return projects.flatMap(project => readdirSync(new URL(`${project}/`, src), { recursive: true })
    .filter(name => name.endsWith('Options.cs') && !/^(bin|obj)\b/.test(name))
    .map(name => new URL(`${project}/${name}`, src)));
}
