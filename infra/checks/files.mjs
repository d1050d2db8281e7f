import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const infra = fileURLToPath(new URL('../', import.meta.url));

/** Every Bicep file, by its path below infra/. */
export const bicepFiles = ['main.bicep', ...readdirSync(infra + 'modules').filter(name => name.endsWith('.bicep')).map(name => `modules/${name}`)];
export const pathOf = name => infra + name;
export const text = name => readFileSync(infra + name, 'utf8');
