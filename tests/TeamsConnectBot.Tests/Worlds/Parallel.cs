// Every fixture has its own tenant, service, database and clock. Tests mostly wait for HTTP, so twice as many workers as the two cores of a
// build machine pays off.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
