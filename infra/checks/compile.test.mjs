import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bicep, problemsIn } from './compile.mjs';
import { pathOf } from './files.mjs';

const compiler = bicep();

test('a property Azure does not know is named with its file and line', { skip: !compiler }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'bicep-'));
  try {
    cpSync(pathOf('modules'), join(folder, 'infra/modules'), { recursive: true });
    cpSync(pathOf('main.bicep'), join(folder, 'infra/main.bicep'));
    const service = join(folder, 'infra/modules/service.bicep');
    writeFileSync(service, readFileSync(service, 'utf8').replace('targetPort: 8080', 'targetport: 8080'));
    const problems = problemsIn(compiler, join(folder, 'infra/main.bicep'));
    assert.equal(problems.length, 1);
    assert.match(problems[0], /modules\/service\.bicep\(\d+,\d+\) : Warning BCP\d+: .*"targetport".*"targetPort"/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
