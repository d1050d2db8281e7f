/** The manifest versions a package can be made in, oldest first. manifest.json is written in the newest; older ones lack some of it. */
export const VERSIONS = ['1.19', '1.20', '1.21', '1.22', '1.23', '1.24', '1.25', '1.26', '1.27', '1.28', '1.29'];
export const NEWEST = VERSIONS.at(-1);

// A version before 1.24 lists ten commands for each place; these are left out first.
const FEWEST = 10;
const LEFT_OUT_FIRST = ['not with', 'pass it on', 'ritual propose', 'ritual leave'];

const isSince = (since, version) => VERSIONS.indexOf(version) >= VERSIONS.indexOf(since);

/** The files of a package, made at the newest version, as an older version can have them. */
export function atVersion(files, version) {
  const manifest = JSON.parse(files.find(file => file.name === 'manifest.json').data);
  const kept = manifest.bots.map(bot => bot.commandLists.map(list => keptOf(list.commands, version)));
  return files.map(file => file.name === 'manifest.json' ? { ...file, data: json(older(manifest, kept, version)) }
    : file.name.endsWith('.json') ? { ...file, data: json(olderTexts(JSON.parse(file.data), kept, version)) }
    : file);
}

/** The places in the full list of the commands that a version's list has. */
function keptOf(commands, version) {
  const places = commands.map((_, place) => place);
  if (isSince('1.24', version) || commands.length <= FEWEST) return places;
  const kept = places.filter(place => !LEFT_OUT_FIRST.includes(commands[place].title));
  if (kept.length > FEWEST) throw new Error(`Version ${version} lists ${FEWEST} commands, and ${kept.length} are left; name more of them in LEFT_OUT_FIRST.`);
  return kept;
}

function older(manifest, kept, version) {
  const { supportsChannelFeatures, ...rest } = manifest;
  return {
    ...rest,
    $schema: manifest.$schema.replace(`v${NEWEST}`, `v${version}`),
    manifestVersion: version,
    bots: manifest.bots.map(({ supportsTargetedMessages, commandLists, ...bot }, b) => ({
      ...bot,
      ...(isSince('1.29', version) ? { supportsTargetedMessages } : {}),
      commandLists: commandLists.map(({ triggers, ...list }, l) => ({
        ...list,
        ...(triggers && isSince('1.29', version) ? { triggers } : {}),
        commands: kept[b][l].map(place => list.commands[place]),
      })),
    })),
    ...(isSince('1.25', version) ? { supportsChannelFeatures } : {}),
  };
}

// A text's key has the place of its command, which moves up when a command before it is left out.
function olderTexts(texts, kept, version) {
  const entries = Object.entries(texts).flatMap(([key, text]) => {
    const [, bot, list, place, name] = /^bots\[(\d+)\]\.commandLists\[(\d+)\]\.commands\[(\d+)\]\.(\w+)$/.exec(key) ?? [];
    if (name === undefined) return [[key, key === '$schema' ? text.replace(`v${NEWEST}`, `v${version}`) : text]];
    const now = kept[bot][list].indexOf(Number(place));
    return now < 0 ? [] : [[`bots[${bot}].commandLists[${list}].commands[${now}].${name}`, text]];
  });
  return Object.fromEntries(entries);
}

const json = value => Buffer.from(JSON.stringify(value, null, 2) + '\n');
