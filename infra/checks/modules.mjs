import { bicepFiles, pathOf, text } from './files.mjs';
import { declarationsOf } from './declarations.mjs';
import { nodes, treeReader } from './tree.mjs';

/** main.bicep gives each module what it needs and nothing else, reads only outputs that exist, and uses every module and parameter. */
export async function check() {
  const read = await treeReader();
  const problems = [];
  const files = new Map();
  for (const node of nodes(read(pathOf('main.bicep')), 'module_declaration')) {
    const [, name, file] = /^module\s+(\w+)\s+'([^']+)'/.exec(node.text);
    files.set(name, file);
    const declared = declarationsOf(read, file).parameters;
    const given = paramsOf(node);
    problems.push(
      ...given.filter(key => !declared.has(key)).map(key => `main.bicep gives ${file} '${key}', which it does not take`),
      ...[...declared].filter(([key, hasDefault]) => !hasDefault && !given.includes(key)).map(([key]) => `main.bicep does not give ${file} its '${key}'`));
  }

  for (const [, name, output] of text('main.bicep').matchAll(/\b(\w+)!?\.outputs\.(\w+)/g)) {
    if (!files.has(name) || !declarationsOf(read, files.get(name)).outputs.includes(output)) {
      problems.push(`main.bicep reads ${name}.outputs.${output}, which is not there`);
    }
  }

  const used = [...files.values()];
  problems.push(...bicepFiles.filter(file => file !== 'main.bicep' && !used.includes(file)).map(file => `${file} is used by nobody`));
  return [...problems, ...bicepFiles.flatMap(file => unused(read, file))];
}

function paramsOf(module) {
  const params = [...nodes(module, 'object_property')].find(property => property.namedChild(0).text === 'params');
  const object = params.namedChildren.find(child => child.type === 'object');
  return object.namedChildren.filter(child => child.type === 'object_property').map(property => property.namedChild(0).text);
}

function unused(read, file) {
  const source = text(file).replaceAll(/^\s*\/\/.*$/gm, '');
  return [...declarationsOf(read, file).parameters.keys()]
    .filter(name => [...source.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length < 2)
    .map(name => `${file} declares the parameter '${name}' and does not use it`);
}
