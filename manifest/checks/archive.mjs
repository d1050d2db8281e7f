import { inflateRawSync } from 'node:zlib';
import { fill, filesOf } from '../fill.mjs';
import { zip } from '../zip.mjs';

const values = {
  appId: '11111111-2222-4333-8444-555555555555', entraApp: 'none', domain: 'connect.example.org', organisation: 'A "quoted" name \\ & co',
  privacyUrl: 'https://example.org/p', websiteUrl: 'https://example.org/w', termsUrl: 'https://example.org/t',
};

/** The package is the same every time, can be read back, and keeps a name with quotes as it is. */
export function check() {
  const files = filesOf(fill(values));
  const archive = zip(files);
  const problems = [];
  if (!archive.equals(zip(filesOf(fill(values))))) problems.push('two packages of the same files differ');

  const back = entriesOf(archive);
  for (const { name, data } of files) {
    if (!back.get(name)?.equals(data)) problems.push(`the package does not give ${name} back`);
  }
  if (JSON.parse(back.get('manifest.json')).developer.name !== values.organisation) problems.push('the organisation is not kept as given');
  return problems;
}

function entriesOf(archive) {
  const entries = new Map();
  for (let at = 0; archive.toString('latin1', at, at + 4) === 'PK\x03\x04';) {
    const method = archive.readUInt16LE(at + 8);
    const size = archive.readUInt32LE(at + 18);
    const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
    const data = archive.subarray(start, start + size);
    entries.set(archive.toString('utf8', at + 30, at + 30 + archive.readUInt16LE(at + 26)), method === 8 ? inflateRawSync(data) : data);
    at = start + size;
  }
  return entries;
}
