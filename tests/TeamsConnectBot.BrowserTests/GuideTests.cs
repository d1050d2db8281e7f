using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests;

/// <summary>The guide: from who allowed the reading of AI use to two people with one appointment.</summary>
[TestFixture]
internal sealed class GuideTests : PageTest
{
    private ILocator Guide => Page.Locator(".guide");

    private ILocator Now => Page.Locator("#guide-now");

    private ILocator Reading => Page.Locator("#guide-read");

    private ILocator Report => Page.Locator(".report");

    [Test]
    public async Task Guide_FollowedToItsEnd_ShowsTwoPeopleWithOneAppointment()
    {
        await OpenAsync();
        await Expect(Page.Locator("#guide-steps li.done")).ToHaveCountAsync(0);
        await Expect(Guide).ToContainTextAsync("toegestaan op ma 23 nov door Wim de Boer");

        await Button(Guide, "Gezien").ClickAsync();
        await Button(Guide, "Voor allebei").ClickAsync();
        await Chair(0).GetByLabel("Tel mijn dagen met Copilot mee").CheckAsync();
        await Button(Chair(0), "Meedoen").ClickAsync();
        await Button(Chair(1), "Join").ClickAsync();
        await Expect(Report.Locator(".mine.read")).ToContainTextAsync("gelezen (Anouk stond het toe): 2026-11-21,anouk@sandbox.example,");
        await Expect(Report.Locator(".mine:not(.read)")).ToContainTextAsync("ongelezen weg (Daniel): 2026-11-21,daniel@sandbox.example,");
        await Expect(Reading).ToContainTextAsync("Anouk: de laatste dag met Copilot.");
        await Expect(Reading).ToContainTextAsync("De regels van wie het niet toestond, ook die van Daniel");

        await Button(Guide, "Een week vooruit").ClickAsync();
        await Button(Guide, "Vraag het").ClickAsync();
        await Expect(Chair(0)).ToContainTextAsync("Je werkte bijna elke dag met AI.");
        await Expect(Chair(1)).Not.ToContainTextAsync("nearly every day");
        await Button(Guide, "Klok vooruit").ClickAsync();
        await Button(Chair(0), "Waarom dit?").ClickAsync();
        await Button(Chair(0), "Terug").ClickAsync();
        await Expect(Guide).ToContainTextAsync("Tik in beide gesprekken tijden aan en zeg ja.");
        await Chair(0).GetByLabel("do 14:30–14:50").CheckAsync();
        await Button(Chair(0), "Ja, graag").ClickAsync();
        await Chair(1).GetByLabel("Thu 14:30–14:50").CheckAsync();
        await Button(Chair(1), "Yes, please").ClickAsync();
        await Button(Guide, "Klok vooruit").ClickAsync();

        await Expect(Chair(0)).ToContainTextAsync("Met Daniel O’Connor");
        await Expect(Chair(1)).ToContainTextAsync("With Anouk van der Meer");
        await Expect(Chair(0).Locator(".day li.bot")).ToContainTextAsync("14:30–14:50 Koffie");
        await Expect(Chair(1).Locator(".day li.bot")).ToContainTextAsync("14:30–14:50 Koffie");
        await Expect(Page.Locator("#guide-all")).ToHaveTextAsync(
            "Anouk en Daniel hebben één afspraak: Koffie, do 26 nov 14:30. "
            + "Kies gerust twee anderen, of typ bij Anouk ‘vraag draaitabellen’: dan vraag je een collega om hulp.");
        await Expect(Page.Locator("#guide-steps li.done")).ToHaveCountAsync(8);

        await Button(Page.Locator("#clock"), "Volgende gebeurtenis").ClickAsync();
        await Expect(Chair(0)).ToContainTextAsync("Hebben jullie elkaar gesproken?");
    }

    [Test]
    public async Task Steps_OnAnEnglishPage_NameButtonsAsTheyAreInEachChat()
    {
        await OpenAsync(query: "left=anouk&right=daniel&lang=en");
        await Step("Join").ClickAsync();
        await Expect(Now).ToContainTextAsync("At the end of Anouk’s card, tick every box and click ‘Meedoen’.");
        await Expect(Now).ToContainTextAsync("then click ‘Join’.");
        await Step("Why this?").ClickAsync();
        await Expect(Now).ToContainTextAsync("In Anouk’s chat, click ‘Waarom dit?’");
    }

    [Test]
    public async Task WhyThis_NotAskedBeforeTheYes_IsNotWaitedFor()
    {
        await OpenAsync();
        await InviteBothAsync();
        await Expect(Page.Locator("#guide-which")).ToContainTextAsync("Waarom dit?");

        await Chair(0).GetByLabel("do 14:30–14:50").CheckAsync();
        await Button(Chair(0), "Ja, graag").ClickAsync();
        await Expect(Guide).ToContainTextAsync("Tik in beide gesprekken tijden aan en zeg ja.");
        await Chair(1).GetByLabel("Thu 14:30–14:50").CheckAsync();
        await Button(Chair(1), "Yes, please").ClickAsync();

        await Button(Guide, "Klok vooruit").ClickAsync();
        await Expect(Page.Locator("#guide-all")).ToContainTextAsync("hebben één afspraak");
    }

    [Test]
    public async Task Names_WithTheSameFirstName_AreWhole()
    {
        await OpenAsync();
        var names = await Page.EvaluateAsync<string[]>("""
            async () => {
              const { shortName } = await import('/page/texts.js');
              const people = ['Sven Berg', 'Sven García', 'Bram Hoekstra'].map((name, id) => ({ id, name }));
              return people.map(person => shortName(person, people));
            }
            """);

        Assert.That(names, Is.EqualTo(new[] { "Sven Berg", "Sven García", "Bram" }));
    }

    [Test]
    public async Task NarrowScreen_EarlierStep_CanBeOpenedAgain([Values("nl", "en")] string language)
    {
        await OpenAsync(width: 390, query: $"left=anouk&right=daniel&lang={language}");
        var (seen, first, second, text) = language == "nl"
            ? ("Gezien", "Wie mocht dit? (klaar)", "Installeren", "De ondernemingsraad stond toe")
            : ("Seen it", "Who allowed this? (done)", "Install", "The works council allowed");
        await Expect(Guide).ToContainTextAsync(text);
        await Button(Guide, seen).ClickAsync();
        await Expect(Now).Not.ToContainTextAsync(text);

        await Step(first).ClickAsync();

        await Expect(Now).ToContainTextAsync(text);
        await Expect(Page.Locator("#guide-which")).ToBeVisibleAsync();
        await Expect(Page.Locator("#guide-which")).ToContainTextAsync(language == "nl" ? "Stap 1 van 8" : "Step 1 of 8");
        Assert.That(await Page.EvaluateAsync<int>(PageRules.Width), Is.LessThanOrEqualTo(390));
        Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty);
        await Step(second).ClickAsync();
        await Expect(Now).Not.ToContainTextAsync(text);
    }

    [Test]
    public async Task Rules_NotAllowed_SaysWhyAndLeavesThemOutOfTheSteps()
    {
        Sandbox.Bot.Decisions = [.. Sandbox.Bot.Decisions.Take(1)];
        await OpenAsync();

        await Expect(Now).ToContainTextAsync("daarvoor zijn minstens 25 deelnemers nodig");
        await Expect(Page.Locator(".decisions li")).ToHaveCountAsync(1);
        await Expect(Page.Locator(".decisions")).ToContainTextAsync("de dienst weigert ze bij minder dan 25 deelnemers");
        await Step("De uitnodiging").ClickAsync();
        await Expect(Now).Not.ToContainTextAsync("naast een collega werken");
    }

    private ILocator Step(string name) => Button(Page.Locator("#guide-steps"), name);

    [Test]
    public async Task Source_Switched_ChangesTheReportAndWhatIsRead()
    {
        await OpenAsync(query: "left=anouk&right=daniel&lang=en");
        await Button(Guide, "The report").ClickAsync();
        await Expect(Report.Locator("pre")).ToContainTextAsync("anouk@sandbox.example");

        await Button(Guide, "Names concealed").ClickAsync();
        await Expect(Report.Locator("pre")).Not.ToContainTextAsync("anouk@sandbox.example");
        await Expect(Report.Locator("pre .other")).ToHaveCountAsync(2);
        await Expect(Reading).ToContainTextAsync("The whole report: dropped.");

        await Button(Guide, "Self-report only").ClickAsync();
        await Expect(Report.Locator("pre")).ToHaveCountAsync(0);
        await Expect(Report).ToContainTextAsync("No report is fetched");
        await Expect(Reading).ToContainTextAsync("The whole report: not requested.");

        await Button(Guide, "Report with names").ClickAsync();
        await Expect(Report.Locator("pre")).ToContainTextAsync("anouk@sandbox.example");
    }
}
