using TeamsConnectBot.Operations;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>The first word of the service's command line.</summary>
internal sealed class CommandWordsTests
{
    [TestCase("chek", "There is no command 'chek'. There are check, options, restored and move-to-postgres")]
    [TestCase("options", "'options' takes nothing after it.")]
    public void Word_ThatIsNoCommand_IsRefusedWithTheRightOnes(string word, string problem) =>
        Assert.That(CommandWords.Problem(word), Does.StartWith(problem));

    [Test]
    public void Help_NamesEveryCommand()
    {
        using var output = new StringWriter();

        Assert.That(CommandWords.Help(output), Is.Zero);
        Assert.That(
            output.ToString(), Does.Contain("check --help").And.Contain("  options  ").And.Contain("  restored  ")
                .And.Contain("  move-to-postgres  ").And.Contain("  --version  "));
    }

    [TestCase("--Storage:File=connect.db")]
    [TestCase("/urls=http://127.0.0.1:0")]
    [TestCase("Storage:File=connect.db")]
    public void Setting_InFirstPlace_IsNoCommand(string setting) => Assert.That(CommandWords.Problem(setting), Is.Null);
}
