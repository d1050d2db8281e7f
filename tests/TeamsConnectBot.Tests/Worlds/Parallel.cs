// Every fixture has its own tenant, service, database and clock; where each test has its own, the tests of a fixture run side by side too,
// so that no long fixture is left over at the end. Tests mostly wait for HTTP and for the scheduler, so twice as many workers as the two
// cores of a build machine pay off.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
