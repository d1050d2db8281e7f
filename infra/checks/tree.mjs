import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

const require = createRequire(import.meta.url);

/** A Bicep file as a syntax tree. */
export async function treeReader() {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
  return file => parser.parse(readFileSync(file, 'utf8')).rootNode;
}

/** Every node of a kind below another. */
export function* nodes(root, type) {
  if (root.type === type) yield root;
  for (const child of root.namedChildren) yield* nodes(child, type);
}
