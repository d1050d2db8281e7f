using System.Text.RegularExpressions;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Participants;
using TeamsConnectBot.Tests.Cards;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Commands;

/// <summary>Commands typed in a person's own chat. Anna takes part; Bas only has the app installed.</summary>
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
        var taken = world.Services.GetServices<CardActionHandler>().SelectMany(handler => handler.Verbs);

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
    public async Task Help_ListsEveryCommandForEverybody()
    {
        var card = Unescape(await world.SayAsync(Anna, "Hulp"));

        foreach (var command in world.Services.GetServices<ChatCommand>().Where(command => command.IsForEverybody))
        {
            var words = command.Words["nl"][0];
            Assert.That(card, Does.Contain(words.Replace("-", "\\-", StringComparison.Ordinal)).Or.Contain(words));
        }
    }

    [TestCase("Koffie!")]
    [TestCase("ask for coffee")]
    public async Task Coffee_IsStored_AndCanBeTakenBack(string words)
    {
        AssertSays(await world.SayAsync(Anna, words), texts => texts.Asked.Heading);
        Assert.That((await world.ParticipantAsync(Anna)).AskedForCompanyAt, Is.Not.Null);

        AssertSays(await world.ClickAsync(Anna, Verbs.TakeBackAsk), texts => texts.Joined.Heading);
        Assert.That((await world.ParticipantAsync(Anna)).AskedForCompanyAt, Is.Null);
    }

    [Test]
    public async Task Coffee_DuringAPause_EndsThePause()
    {
        await world.SayAsync(Anna, "pauze");

        AssertSays(await world.SayAsync(Anna, "koffie"), texts => texts.Asked.PauseEnded);
        Assert.That((await world.ParticipantAsync(Anna)).PausedUntil, Is.Null);
        await world.ClickAsync(Anna, Verbs.TakeBackAsk);
    }

    [Test]
    public async Task Coffee_BeforeJoining_SaysToJoinFirst_WithAButtonToTheWelcome()
    {
        AssertSays(await world.SayAsync(Bas, "koffie"), texts => texts.JoinFirst.Heading);
        AssertSays(await world.ClickAsync(Bas, Verbs.ShowWelcome), texts => texts.Welcome.Idea);
        Assert.That((await world.ParticipantAsync(Bas)).AskedForCompanyAt, Is.Null);
    }

    [Test]
    public async Task Pause_UntilADate_ConfirmsTheDate_AndResumeEndsIt()
    {
        AssertSays(await world.SayAsync(Anna, "pauze tot 3 april"), _ => "Pauze tot vrijdag 3 april");
        Assert.That((await world.ParticipantAsync(Anna)).PausedUntil, Is.EqualTo(Instant.FromUtc(2026, 4, 2, 22, 0)));

        AssertSays(await world.SayAsync(Anna, "verder"), texts => texts.Joined.Heading);
        Assert.That((await world.ParticipantAsync(Anna)).PausedUntil, Is.Null);
    }

    [Test]
    public async Task Pause_WithUnknownLength_IsNotGuessed()
    {
        AssertSays(await world.SayAsync(Anna, "pauze tot de zomer"), _ => "pauze 10 dagen");
        Assert.That((await world.ParticipantAsync(Anna)).PausedUntil, Is.Null);
    }

    [Test]
    public async Task Why_WithoutAnInvitation_SaysSo() =>
        AssertSays(await world.SayAsync(Bas, "waarom?"), texts => texts.State.NoInvitationYet.Heading);

    [Test]
    public async Task ShowHelp_OnTheAnswerToUnknownText_ShowsTheHelp()
    {
        await world.SayAsync(Bas, "goedemorgen allemaal");

        AssertSays(await world.ClickAsync(Bas, Verbs.ShowHelp), texts => texts.Help.Heading);
    }

    [TestCase("doe je mee?")]
    [TestCase("pass it on")]
    public async Task PassItOn_ForAnybody_ShowsACardThatNamesNobodyButTheHost(string words)
    {
        var card = await world.SayAsync(Bas, words);
        AssertSays(card, texts => texts.PassItOn.Promise);
        var row = await world.ParticipantAsync(Bas);
        Assert.That(card, Does.Not.Contain(row.Nonce).And.Not.Contain(row.Name).And.Not.Contain(row.PersonId));
    }

    [Test]
    public async Task UnknownText_IsAnswered_AndStoredNowhere()
    {
        const string Typed = "Zwarnofel zegt dat het vandaag regent";

        AssertSays(await world.SayAsync(Bas, Typed), texts => texts.UnknownInput.Heading);
        await world.TruncateWalAsync();
        Assert.That(DatabaseFiles.Contain(world.DatabaseFile, "zwarnofel"), Is.False);
        Assert.That(world.Log.All, Has.None.Contains("warnofel"));
    }

    [Test]
    public void CommandsWithTheSameWords_FailAtStart()
    {
        var twice = world.Services.GetServices<ChatCommand>().Append(new CoffeeCommand(null!, null!));

        Assert.That(
            () => new CommandRouter<ChatTurn>(twice, null!, null!),
            Throws.InvalidOperationException.With.Message.Contains("CoffeeCommand").And.Message.Contains("koffie"));
    }

    private static void AssertSays(string card, Func<Texts, string> text) =>
        Assert.That(Unescape(card), Does.Contain(text(Texts.For("nl"))));

    private static string Unescape(string json) => Regex.Unescape(json.Replace("\\\"", "'", StringComparison.Ordinal));
}
