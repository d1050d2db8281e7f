import { pathOf } from './files.mjs';
import { nodes } from './tree.mjs';

/** What a Bicep file takes and gives: parameters (and whether each has a default) and outputs. */
export function declarationsOf(read, file) {
  const root = read(pathOf(file));
  return {
    parameters: new Map([...nodes(root, 'parameter_declaration')].map(node => [node.namedChild(0).text, /^param\s+\w+\s+\w+\s*=/.test(node.text)])),
    outputs: [...nodes(root, 'output_declaration')].map(node => node.namedChild(0).text),
  };
}
