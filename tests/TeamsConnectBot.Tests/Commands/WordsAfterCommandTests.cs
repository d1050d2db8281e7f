using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Commands;

/// <summary>Sentences that begin with the word of a command and may mean the opposite.</summary>
internal sealed class WordsAfterCommandTests : OwnPersonTests
{
    [TestCase("koffie afzeggen", "coffee.ask")]
    [TestCase("koffie gaat niet door", "coffee.ask")]
    [TestCase("koffie met Bas afzeggen", "coffee.ask")]
    [TestCase("koffie was gezellig, bedankt", "coffee.ask")]
    [TestCase("coffee tomorrow doesn't work", "coffee.ask")]
    [TestCase("verder niets, bedankt", "pause.resume")]
    [TestCase("verder geen uitnodigingen graag", "pause.resume")]
    [TestCase("continue without me", "pause.resume")]
    public async Task Command_WithWordsThatMayChangeItsMeaning_ChangesNothingAndAsks(string typed, string verb)
    {
        await World.JoinAsync(Anna);
        await World.SayAsync(Anna, "pauze 2 weken");
        var before = await World.ParticipantAsync(Anna);

        await World.SayAsync(Anna, typed);

        var after = await World.ParticipantAsync(Anna);
        Assert.Multiple(() =>
        {
            Assert.That(World.FromBot(Anna)[^1].HasButton(verb), Is.True, "the command itself is one click away");
            Assert.That(after.AskedForCompanyAt, Is.Null);
            Assert.That(after.PausedUntil, Is.EqualTo(before.PausedUntil));
        });
    }

    [TestCase("koffie graag")]
    [TestCase("koffie deze week")]
    [TestCase("coffee please")]
    public async Task Coffee_WithWordsThatChangeNothing_AsksForCompany(string typed)
    {
        await World.JoinAsync(Anna);

        await World.SayAsync(Anna, typed);

        Assert.That((await World.ParticipantAsync(Anna)).AskedForCompanyAt, Is.Not.Null);
    }

    [Test]
    public async Task Resume_WithWordsThatChangeNothing_EndsThePause()
    {
        await World.JoinAsync(Anna);
        await World.SayAsync(Anna, "pauze 2 weken");

        await World.SayAsync(Anna, "verder met meedoen");

        Assert.That((await World.ParticipantAsync(Anna)).PausedUntil, Is.Null);
    }
}
