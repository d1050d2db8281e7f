// Checks the Bicep files, azure.yaml and what a release is made with: npm ci, then npm run check. Nothing is deployed and no Azure account is needed.
const checks = ['syntax', 'compile', 'modules', 'settings', 'parameters', 'azd', 'licences', 'weaknesses', 'release'];
let failed = 0;
for (const name of checks) {
  const problems = await (await import(`./${name}.mjs`)).check();
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const problem of problems) console.log(`       ${problem}`);
  if (problems.length > 0) failed++;
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
