import { readFileSync } from 'node:fs';

export const read = name => readFileSync(new URL(name, import.meta.url));

/**
 * The manifest with its placeholders filled in. `entraApp` may be 'none', which leaves webApplicationInfo out;
 * `copilotNotifications` asks each person who installs it for the one permission that needs.
 */
export function fill(values) {
  const text = read('manifest.json').toString('utf8')
    .replaceAll(/\{\{(\w+)\}\}/g, (_, key) => {
      if (!(key in values)) throw new Error(`manifest.json asks for {{${key}}}, which package.mjs does not give.`);
      return JSON.stringify(values[key]).slice(1, -1);
    });
  const manifest = JSON.parse(text);
  if (values.entraApp === 'none') delete manifest.webApplicationInfo;
  if (values.copilotNotifications) {
    manifest.authorization = { permissions: { resourceSpecific: [{ name: 'AiEnterpriseInteraction.Read.User', type: 'Application' }] } };
  }

  return manifest;
}

/** Every file of the package, in the order it has in the archive. */
export function filesOf(manifest) {
  const languages = manifest.localizationInfo;
  const names = [languages.defaultLanguageFile, ...languages.additionalLanguages.map(x => x.file), manifest.icons.color, manifest.icons.outline];
  return [
    { name: 'manifest.json', data: Buffer.from(JSON.stringify(manifest, null, 2) + '\n') },
    ...names.map(name => ({ name, data: read(name) })),
  ];
}
