
namespace TeamsConnectBot.BotFramework.Tests;

/// <summary>Cleans up what the whole test run shares.</summary>
[SetUpFixture]
internal sealed class TestRun
{
    [OneTimeTearDown]
    public void CleanUp() => Testing.TestCertificates.DisposeAll();
}
