using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Participants;
using TeamsConnectBot.Rituals.Actions;
using TeamsConnectBot.Sandbox.Tenant;
using TeamsConnectBot.Tests.Cards;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Commands;

/// <summary>What people type and click for themselves. One person takes part, one has only the app.</summary>
internal sealed class CommandTests
{
    private PrivacyWorld world = null!;

    private Person Anna => world.People[0];

    private Person Bas => world.People[1];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        world = await PrivacyWorld.StartAsync();
        await world.JoinAsync(Anna);
        await world.InstallAsync(Bas);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [Test]
    public void EveryVerb_HasExactlyOneAction()
    {
        var taken = world.Services.GetServices<CardAction>().SelectMany(action => action.Verbs)
            .Concat(world.Services.GetServices<SpaceAction>().SelectMany(action => action.Verbs));

        Assert.That(taken, Is.EquivalentTo(Samples.VerbNames()));
    }

    [TestCase("nl")]
    [TestCase("en")]
    public void EveryCommand_HasWordsAndHelpInEachLanguage(string language)
    {
        foreach (var command in world.Services.GetServices<ChatCommand>())
        {
            Assert.That(command.Words[language], Is.Not.Empty, command.GetType().Name);
            Assert.That(command.Words[language], Is.EqualTo(command.Words[language].Select(words => words.ToLowerInvariant().Trim())));
            Assert.That(command.Help[language], Is.Not.Empty);
        }
    }

    [Test]
    public async Task Help_ListsEveryCommandThatIsForEverybody()
    {
        var card = Unescape(await world.SayAsync(Anna, "Hulp"));

        foreach (var command in world.Services.GetServices<ChatCommand>().Where(command => command.IsForEverybody))
        {
            Assert.That(card, Does.Contain(command.Words["nl"][0].Replace("-", "\\-", StringComparison.Ordinal)).Or.Contain(command.Words["nl"][0]));
        }
    }

    [TestCase("Koffie!")]
    [TestCase("ask for coffee")]
    public async Task Coffee_IsRemembered_AndCanBeTakenBack(string words)
    {
        Says(await world.SayAsync(Anna, words), texts => texts.Asked.Heading);
        Assert.That((await RowAsync(Anna)).AskedForCompanyAt, Is.Not.Null);

        Says(await world.ClickAsync(Anna, Verbs.TakeBackAsk), texts => texts.Joined.Heading);
        Assert.That((await RowAsync(Anna)).AskedForCompanyAt, Is.Null);
    }

    [Test]
    public async Task Coffee_DuringAPause_EndsIt()
    {
        await world.SayAsync(Anna, "pauze");

        Says(await world.SayAsync(Anna, "koffie"), texts => texts.Asked.PauseEnded);
        Assert.That((await RowAsync(Anna)).PausedUntil, Is.Null);
        await world.ClickAsync(Anna, Verbs.TakeBackAsk);
    }

    [Test]
    public async Task Coffee_BeforeJoining_SaysWhyNot_AndTheWelcomeIsOneButtonAway()
    {
        Says(await world.SayAsync(Bas, "koffie"), texts => texts.JoinFirst.Heading);
        Says(await world.ClickAsync(Bas, Verbs.ShowWelcome), texts => texts.Welcome.Idea);
        Assert.That((await RowAsync(Bas)).AskedForCompanyAt, Is.Null);
    }

    [Test]
    public async Task Pause_UntilADay_SaysThatDay_AndResumeEndsIt()
    {
        Says(await world.SayAsync(Anna, "pauze tot 3 april"), _ => "Pauze tot vrijdag 3 april");
        Assert.That((await RowAsync(Anna)).PausedUntil, Is.EqualTo(Instant.FromUtc(2026, 4, 2, 22, 0)));

        Says(await world.SayAsync(Anna, "verder"), texts => texts.Joined.Heading);
        Assert.That((await RowAsync(Anna)).PausedUntil, Is.Null);
    }

    [Test]
    public async Task Pause_InOtherWords_IsNotGuessed()
    {
        Says(await world.SayAsync(Anna, "pauze tot de zomer"), _ => "pauze 10 dagen");
        Assert.That((await RowAsync(Anna)).PausedUntil, Is.Null);
    }

    [Test]
    public async Task Why_WithoutAnInvitation_SaysSo() =>
        Says(await world.SayAsync(Bas, "waarom?"), texts => texts.State.NoInvitationYet.Heading);

    [Test]
    public async Task ShowHelp_OnTheAnswerToAnything_IsTheHelp()
    {
        await world.SayAsync(Bas, "goedemorgen allemaal");

        Says(await world.ClickAsync(Bas, Verbs.ShowHelp), texts => texts.Help.Heading);
    }

    [TestCase("doe je mee?")]
    [TestCase("pass it on")]
    public async Task PassItOn_ForAnybody_IsACardThatNamesNobodyButTheHost(string words)
    {
        var card = await world.SayAsync(Bas, words);
        Says(card, texts => texts.PassItOn.Promise);
        var row = await RowAsync(Bas);
        Assert.That(card, Does.Not.Contain(row.Nonce).And.Not.Contain(row.Name).And.Not.Contain(row.PersonId));
    }

    [Test]
    public async Task UnknownText_IsAnswered_AndKeptNowhere()
    {
        const string Typed = "Zwarnofel zegt dat het vandaag regent";

        Says(await world.SayAsync(Bas, Typed), texts => texts.UnknownInput.Heading);
        await world.EmptyLogAsync();
        Assert.That(DatabaseFiles.Contain(world.DatabaseFile, "zwarnofel"), Is.False);
        Assert.That(world.Log.All, Has.None.Contains("warnofel"));
    }

    [Test]
    public void CommandsWithTheSameWords_StopTheService()
    {
        var twice = world.Services.GetServices<ChatCommand>().Append(new CoffeeCommand(null!));

        Assert.That(
            () => new CommandRouter(twice, null!, null!),
            Throws.InvalidOperationException.With.Message.Contains("CoffeeCommand").And.Message.Contains("koffie"));
    }

    private Task<Participant> RowAsync(Person person) =>
        world.ReadAsync(db => db.Participants.SingleAsync(row => row.PersonId == person.ObjectId.ToString()));

    private static void Says(string card, Func<Texts, string> text) => Assert.That(Unescape(card), Does.Contain(text(Texts.For("nl"))));

    private static string Unescape(string json) => System.Text.RegularExpressions.Regex.Unescape(json.Replace("\\\"", "'", StringComparison.Ordinal));
}
