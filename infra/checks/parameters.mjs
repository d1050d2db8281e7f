import { text } from './files.mjs';
import { declarationsOf } from './declarations.mjs';
import { treeReader } from './tree.mjs';

/** The example of parameters gives main.bicep what it needs, and nothing it does not take. */
export async function check() {
  const declared = declarationsOf(await treeReader(), 'main.bicep').parameters;
  const given = Object.keys(JSON.parse(text('parameters.example.json')).parameters);
  return [
    ...given.filter(key => !declared.has(key)).map(key => `parameters.example.json gives '${key}', which main.bicep does not take`),
    ...[...declared].filter(([key, hasDefault]) => !hasDefault && !given.includes(key)).map(([key]) => `parameters.example.json does not give '${key}'`),
  ];
}
