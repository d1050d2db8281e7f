using TeamsConnectBot.Sandbox.Tests.Support;

namespace TeamsConnectBot.Sandbox.Tests.Launch;

/// <summary>Asking a colleague, in the default organisation as the README's first command starts it.</summary>
internal sealed class QuestionTests
{
    [Test]
    public async Task Question_TypedInAChair_IsShownInFullAndThenASimulatedColleagueHelps()
    {
        await using var played = await PlayedSandbox.StartAsync();
        await played.JoinAsync(played.Left, sources: false);
        await played.PostAsync("/clock/reports");

        var shown = await played.SayAsync(played.Left, "vraag draaitabellen, 20 min, morgen");
        Assert.That(shown, Does.Contain("Zo gaat je vraag eruit").And.Contain("draaitabellen").And.Not.Contain("te weinig mensen"));

        await played.ClickAsync(played.Left, "help.send");
        for (var hour = 0; hour < 24 && !played.ChatOf(played.Left).Contains("kijkt met je mee", StringComparison.Ordinal); hour++)
        {
            await played.PostAsync("/clock/advance", new { minutes = 60 });
        }

        Assert.That(played.ChatOf(played.Left), Does.Contain("kijkt met je mee. Je vroeg:"));
    }
}
