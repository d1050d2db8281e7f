// Every fixture has its own tenant, service, database and clock. Much of a test is waiting for HTTP, hence one more than two cores.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
