namespace TeamsConnectBot.BotFramework.Tests.Testing;

/// <summary>What the whole run shares, and its end.</summary>
[SetUpFixture]
internal sealed class TestRun
{
    [OneTimeTearDown]
    public void CleanUp() => Testing.TestCertificates.DisposeAll();
}
