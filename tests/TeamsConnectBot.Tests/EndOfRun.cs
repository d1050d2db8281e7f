using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests;

/// <summary>Cleans up what all tests share after the last one.</summary>
[SetUpFixture]
internal sealed class EndOfRun
{
    [OneTimeTearDown]
    public void End() => PostgresServer.Stop();
}
