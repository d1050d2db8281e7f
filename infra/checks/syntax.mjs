import { bicepFiles, pathOf } from './files.mjs';
import { treeReader } from './tree.mjs';

/** Every Bicep file parses. The parser does not know spread, extensions, typed variables and .bicepparam files: such syntax fails here though it is right. */
export async function check() {
  const read = await treeReader();
  return bicepFiles.flatMap(file => [...mistakes(read(pathOf(file)))].map(place => `${file}:${place.row + 1}:${place.column + 1} is not Bicep`));
}

function* mistakes(node) {
  if (!node.hasError) return;
  if (node.type === 'ERROR' || node.isMissing) yield node.startPosition;
  for (const child of node.children) yield* mistakes(child);
}
