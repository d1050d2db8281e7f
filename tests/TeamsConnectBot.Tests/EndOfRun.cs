using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests;

/// <summary>What all tests share ends after the last.</summary>
[SetUpFixture]
internal sealed class EndOfRun
{
    [OneTimeTearDown]
    public void End() => PostgresServer.Stop();
}
