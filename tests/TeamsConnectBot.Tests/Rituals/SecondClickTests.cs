using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Teams;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>A double click, and several answers at once, to a question about a ritual.</summary>
internal sealed class SecondClickTests : ChannelTests
{
    private const string Closed = "Hij is al beantwoord of verlopen";

    [Test]
    public async Task Confirm_ClickedAgain_LeavesTheCardOfTheFirstClick()
    {
        await World.SayAsync(World.Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30");
        var question = World.FromBot[^1];
        await World.ClickAsync(World.Owner, question, "ritual.confirm");

        var again = await World.ClickAsync(World.Owner, question, "ritual.confirm");

        Assert.That(again.Message, Does.Contain(Closed));
        Assert.That(World.Texts[^1], Does.Contain("is gepland").And.Contain("Doe mee"));
    }

    [TestCase("ritual.confirm", "ritual.confirm", "ritual.confirm")]
    [TestCase("ritual.confirm", "ritual.discard", "ritual.confirm", "ritual.discard")]
    public async Task AnswersAtOnce_OneOfThemCounts(params string[] verbs)
    {
        await World.SayAsync(World.Owner, "ritueel nieuw Vrijdagkoffie elke vrijdag 15:30");

        var answers = await AtOnceAsync(World.Owner, verbs);

        Assert.That(answers.Count(answer => answer.CardJson is not null), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.CardJson is null).Select(answer => answer.Message), Is.All.Contain(Closed));
        Assert.That(World.Texts[^1], Does.Contain("is gepland").Or.Contain("Niet gedaan"));
    }

    [Test]
    public async Task Proposal_ConfirmedSeveralTimesAtOnce_OpensOneVote()
    {
        await World.SayAsync(World.Member, "ritueel stel voor Vrijdagkoffie elke vrijdag 15:30");

        await AtOnceAsync(World.Member, [.. Enumerable.Repeat("ritual.confirm", 4)]);

        Assert.That(World.Texts.Count(text => text.Contains("Wat vind je?", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    private async Task<InvokeAnswer[]> AtOnceAsync(Person person, IReadOnlyList<string> verbs)
    {
        var question = World.FromBot[^1];
        var view = new CardView(question.CardJson!);
        var answers = await Task.WhenAll(verbs.Select(verb =>
            World.Sandbox.Channels.ClickAsync(World.Channel, person, question.Id, verb, view.Button(verb), view.Inputs())));
        await World.World.Clock.QuietAsync(default);
        return answers;
    }
}
