// Every fixture has its own tenant, service, database and clock. Tests mostly wait for HTTP, so one more worker than the two cores of a
// build machine pays off.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
