import { filesOf, read } from '../fill.mjs';
import { atVersion, VERSIONS } from '../versions.mjs';

/** Each language says everything that can be said in a language, nothing else, and the default one says what the manifest says. */
export function check() {
  const newest = filesOf(JSON.parse(read('manifest.json')));
  return [...new Set(VERSIONS.flatMap(version => problemsOf(atVersion(newest, version))))];
}

function problemsOf(files) {
  const contentOf = name => JSON.parse(files.find(file => file.name === name).data);
  const wanted = textsOf(contentOf('manifest.json'));
  return ['en.json', 'nl.json'].flatMap(file => {
    const { $schema, ...texts } = contentOf(file);
    return [
      ...Object.keys(wanted).filter(key => !texts[key]?.trim()).map(key => `${file}: '${key}' is missing or empty`),
      ...Object.keys(texts).filter(key => !(key in wanted)).map(key => `${file}: '${key}' is not in manifest.json`),
      ...Object.entries(texts).filter(([, text]) => /!/.test(text)).map(([key]) => `${file}: '${key}' has an exclamation mark`),
      ...Object.entries(texts).filter(([key, text]) => file === 'en.json' && wanted[key] !== undefined && wanted[key] !== text)
        .map(([key]) => `${file}: '${key}' differs from manifest.json`),
    ];
  });
}

function textsOf(manifest) {
  const texts = {
    'name.short': manifest.name.short, 'name.full': manifest.name.full,
    'description.short': manifest.description.short, 'description.full': manifest.description.full,
  };
  manifest.bots.forEach((bot, b) => bot.commandLists.forEach((list, l) => list.commands.forEach((command, c) => {
    texts[`bots[${b}].commandLists[${l}].commands[${c}].title`] = command.title;
    texts[`bots[${b}].commandLists[${l}].commands[${c}].description`] = command.description;
  })));
  (manifest.staticTabs ?? []).forEach((tab, t) => {
    if (tab.name) texts[`staticTabs[${t}].name`] = tab.name;
  });
  return texts;
}
