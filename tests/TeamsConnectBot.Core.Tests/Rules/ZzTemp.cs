using TeamsConnectBot.Core.Rules;

namespace TeamsConnectBot.Core.Tests.Rules;

public sealed class ZzTemp
{
    [Test]
    public void WriteIt()
    {
        File.WriteAllText("/tmp/wt/rules/docs/rule.schema.json", RuleSchema.Write() + "\n");
        Assert.That(File.Exists("/tmp/wt/rules/docs/rule.schema.json"));
    }
}
