namespace TeamsConnectBot.Sandbox.Tests;

internal sealed class SandboxCommandTests
{
    [TestCase("--people abc", "--people is 'abc'; allowed are whole numbers from 2 to 1,000,000.")]
    [TestCase("--people 1", "--people is '1'; allowed are whole numbers from 2 to 1,000,000.")]
    [TestCase("--people 1,000", "--people is '1,000'; allowed are whole numbers from 2 to 1,000,000.")]
    [TestCase("--days 0.5", "--days is '0.5'; allowed are whole numbers from 1 to 3,650.")]
    [TestCase("--seed -1", "--seed is '-1'; allowed are whole numbers from 0 to 18,446,744,073,709,551,615.")]
    [TestCase("--yes 0,6", "--yes is '0,6'; allowed are numbers from 0 to 1.")]
    [TestCase("--yes veel", "--yes is 'veel'; allowed are numbers from 0 to 1.")]
    [TestCase("--ai 1.5", "--ai is '1.5'; allowed are numbers from 0 to 1.")]
    [TestCase("--asks 10%", "--asks is '10%'; allowed are numbers from 0 to 1.")]
    [TestCase("--port 65536", "--port is '65536'; allowed are whole numbers from 0 to 65,535.")]
    [TestCase("--start gisteren", "--start is 'gisteren'; write a day such as 2026-11-23.")]
    [TestCase("--start 23-11-2026", "--start is '23-11-2026'; write a day such as 2026-11-23.")]
    public void Option_InvalidValue_GivesOneLineWithWhatIsAllowed(string line, string message) =>
        Assert.That(SandboxCommand.Create().Parse(line).Errors.Select(error => error.Message), Is.EqualTo(new[] { message }));

    [TestCase("--people 2 --days 3650 --seed 18446744073709551615 --yes 0.25 --port 0 --start 2026-11-23")]
    [TestCase("--unattended --messy --pre-named --yes 1")]
    [TestCase("--unattended --ai 0")]
    [TestCase("--unattended --asks 0.1")]
    [TestCase("")]
    public void Options_WithinTheirRanges_AreAccepted(string line) => Assert.That(SandboxCommand.Create().Parse(line).Errors, Is.Empty);
}
