// Checks the Teams app package and the admin page's colours: npm ci, then npm run check.
const checks = ['schema', 'versions', 'languages', 'icons', 'commands', 'archive', 'poster', 'toolkit', 'tokens'];
let failed = 0;
for (const name of checks) {
  const problems = (await import(`./checks/${name}.mjs`)).check();
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const problem of problems) console.log(`       ${problem}`);
  if (problems.length > 0) failed++;
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
