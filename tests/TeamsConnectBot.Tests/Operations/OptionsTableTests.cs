using TeamsConnectBot.Operations;

namespace TeamsConnectBot.Tests.Operations;

internal sealed class OptionsTableTests
{
    [Test]
    public void Document_InTheRepository_IsUpToDate() =>
        Assert.That(
            File.ReadAllText(Repository.PathOf("docs", "options.md")),
            Is.EqualTo(OptionsTable.Markdown()),
            "Regenerate it: dotnet run --project src/TeamsConnectBot -- options > docs/options.md");

    [TestCase("Graph:ServiceMailbox")]
    [TestCase("Bot:Connector:RequestsPerSecond")]
    [TestCase("Programme:Pools:n:Host:Sentence:NAME")]
    [TestCase("Bot:ServiceUrlHosts:n")]
    [TestCase("Storage:File")]
    public void Rows_OfEveryShape_AreListed(string key) =>
        Assert.That(OptionsTable.Rows().Select(row => row.Key), Has.One.EqualTo(key));

    [Test]
    public void Rows_ComputedProperties_AreLeftOut() =>
        Assert.That(OptionsTable.Rows().Select(row => row.Key), Has.None.Contains("ConnectionString:").And.None.Contains("MatchingRules"));
}
