// Every fixture has its own tenant, service, database and clock.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: Workers]

namespace TeamsConnectBot.Tests.Worlds;

/// <summary>
/// How many fixtures run at once: one more than there are processors, because tests also wait for HTTP, and at most eight, because each
/// takes memory and some share the connections of one PostgreSQL server.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class WorkersAttribute() : PropertyAttribute("LevelOfParallelism", Math.Clamp(Environment.ProcessorCount + 1, 3, 8));
