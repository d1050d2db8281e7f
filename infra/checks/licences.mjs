import { existsSync, readFileSync } from 'node:fs';
import { cycloneDx, licenceTable, packages } from '../sbom.mjs';

const document = new URL('../../docs/licences.md', import.meta.url);

/** docs/licences.md lists what is really published, no package is without a licence, and the SBOM names each once. */
export function check() {
  const list = packages();
  const names = cycloneDx(list).components.map(each => each.purl);
  return [
    ...(existsSync(document) && readFileSync(document, 'utf8') === licenceTable(list) ? [] : ['docs/licences.md is not what the packages say; write it anew: node infra/sbom.mjs']),
    ...list.filter(each => !each.licence && !each.licenceUrl && !each.inFile).map(each => `${each.name} states no licence`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map(name => `the SBOM names ${name} twice`),
  ];
}
