using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests.Whole;

/// <summary>
/// What a newcomer sees after the README's first command: two people, the real service, and the guide from who allowed the reading of AI
/// use to two people with one appointment. The README's pictures are taken on the way.
/// </summary>
internal sealed class CoffeeTests : WholeTest
{
    private const string ReadmesLanguage = "en";
    private const string Invited = ".ac-adaptiveCard:has(input[type=checkbox])";

    private PageWords words = PageWords.Dutch;

    [Test]
    public async Task Guide_Followed_LeadsFromTheDecisionThroughTheBandToOneAppointment([Values("nl", "en")] string language)
    {
        words = language == "nl" ? PageWords.Dutch : PageWords.English;
        await OpenAsync(language);
        await Assertions.Expect(Page.Locator("#guide-steps li.done")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator(".decisions li")).ToHaveCountAsync(3);
        await GuideAsync(words.Seen);
        await GuideAsync(words.Both);
        await JoinAsync(0, words.Left.Join, ticks: 3);
        await JoinAsync(1, words.Right.Join, ticks: 1);
        await GuideAsync(words.WeekAhead);
        await GuideAsync(words.Ask);
        await Assertions.Expect(Chair(0)).ToContainTextAsync(words.Left.Band);
        await Assertions.Expect(Chair(1)).Not.ToContainTextAsync(words.Right.TwoWeeks);
        await GuideAsync(words.Report);
        await Assertions.Expect(Page.Locator(".report .mine.read")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator(".report .mine:not(.read)")).ToHaveCountAsync(1);
        if (language == ReadmesLanguage)
        {
            await Pictures.TakeAsync(Page, Chair(0).Locator(".talk"), "page");
        }

        await GuideAsync(words.Invitation);
        await GuideAsync(words.Ahead);
        await NextUntilAsync(Button(words.Left.Yes), words.NextEvent);
        await NextUntilAsync(Button(words.Right.Yes), words.NextEvent);
        var invitation = await Chair(0).Locator(Invited).Last.InnerTextAsync();
        Assert.That(invitation, Does.Not.Contain(await NameAsync(words.OnTheLeft)).And.Not.Contain(await NameAsync(words.OnTheRight)));
        Assert.That(invitation, Does.Not.Contain("AI"));
        if (language == ReadmesLanguage)
        {
            await Pictures.TakeAsync(Chair(0).Locator(Invited).Last, "invitation");
        }

        await Chair(0).GetByRole(AriaRole.Button, new() { Name = words.Left.Why }).ClickAsync();
        await Assertions.Expect(Chair(0).Locator(".ac-adaptiveCard").Last).ToContainTextAsync(words.Left.Band);
        await Chair(0).GetByRole(AriaRole.Button, new() { Name = words.Left.Back }).ClickAsync();

        await SayYesAsync(0, words.Left.Yes);
        await SayYesAsync(1, words.Right.Yes);
        await NextUntilAsync(Company(0), words.NextEvent);

        // The two need not have been matched with each other; then the guide offers whom the left one was matched with.
        var beside = Page.Locator("#guide-now").GetByRole(AriaRole.Button, new() { NameRegex = new Regex(words.Beside) });
        var together = Page.Locator("#guide-all").Filter(new() { HasText = words.OneAppointment });
        await Assertions.Expect(beside.Or(together)).ToBeVisibleAsync();
        if (await beside.IsVisibleAsync())
        {
            await beside.ClickAsync();
        }

        await Assertions.Expect(Company(1).First).ToBeVisibleAsync();
        await Assertions.Expect(Chair(0).Locator(".day li.bot")).ToHaveCountAsync(1);
        await Assertions.Expect(Chair(1).Locator(".day li.bot")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator("#guide-all")).ToContainTextAsync(words.OneAppointment);
        await NextUntilAsync(Chair(0).GetByText(words.Left.DidYouMeet), words.DayAhead);
    }

    private static readonly Regex Said = new("Geen AI-notulist, geen opname\\.|No AI note-taker, no recording\\.");

    private ILocator Chair(int index) => Page.Locator($"#chair-{index}");

    private ILocator Company(int chair) => Chair(chair).GetByText(Said);

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private Task<string> NameAsync(string chair) => Page.GetByLabel(chair).InputValueAsync();

    private async Task GuideAsync(string button)
    {
        var name = new Regex($"^{Regex.Escape(button)}( \\({words.Done}\\))?$");
        await Page.Locator(".guide").GetByRole(AriaRole.Button, new() { NameRegex = name }).ClickAsync();
        await Assertions.Expect(Page.Locator("#clock [aria-busy]")).ToHaveCountAsync(0);
    }

    private async Task JoinAsync(int chair, string join, int ticks)
    {
        var card = Chair(chair).Locator(".ac-adaptiveCard").Last;
        await Assertions.Expect(card.Locator("input[type=checkbox]:visible")).ToHaveCountAsync(3);
        for (var tick = 0; tick < ticks; tick++)
        {
            await card.Locator("input[type=checkbox]:visible").Nth(tick).CheckAsync();
        }

        await card.GetByRole(AriaRole.Button, new() { Name = join, Exact = true }).ClickAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Button, new() { Name = join, Exact = true })).ToHaveCountAsync(0);
    }

    private async Task SayYesAsync(int chair, string yes)
    {
        var card = Chair(chair).Locator(Invited).Last;

        // The list below does not wait, and the card may still be coming back after 'why this?'.
        await Assertions.Expect(Button(yes)).ToHaveCountAsync(1);
        foreach (var gap in await card.Locator("input[type=checkbox]").AllAsync())
        {
            await gap.CheckAsync();
        }

        await Button(yes).ClickAsync();
        await Assertions.Expect(Button(yes)).ToHaveCountAsync(0);
    }

    /// <summary>The bot's words in one language.</summary>
    private sealed record ChatWords(string Join, string Band, string TwoWeeks, string Yes, string Why, string Back, string DidYouMeet)
    {
        public static ChatWords Dutch { get; } = new(
            "Meedoen", "Je werkte de laatste twee weken bijna elke dag met AI.", "laatste twee weken", "Ja, graag", "Waarom dit?", "Terug",
            "Hebben jullie elkaar gesproken?");

        public static ChatWords English { get; } = new(
            "Join", "You worked with AI nearly every day of the last two weeks.", "last two weeks", "Yes, please", "Why this?", "Back",
            "Did you meet?");
    }

    /// <summary>
    /// The page's words in one language. The bot speaks that of whoever sits in the chair: on the left the page's, on the right the other.
    /// </summary>
    private sealed record PageWords(
        ChatWords Left, ChatWords Right,
        string Seen, string Both, string WeekAhead, string Ask, string Report, string Invitation, string Ahead, string Done,
        string NextEvent, string DayAhead, string OnTheLeft, string OnTheRight, string Beside, string OneAppointment)
    {
        public static PageWords Dutch { get; } = new(
            ChatWords.Dutch, ChatWords.English,
            "Gezien", "Voor allebei", "Een week vooruit", "Vraag het", "Het rapport", "De uitnodiging", "Klok vooruit", "klaar",
            "Volgende gebeurtenis", "+1 dag", "Wie zit links?", "Wie zit rechts?", "^Zet .+ op de andere stoel$",
            "hebben één afspraak: Samen werken");

        public static PageWords English { get; } = new(
            ChatWords.English, ChatWords.Dutch,
            "Seen it", "For both", "A week ahead", "Ask for it", "The report", "The invitation", "Move the clock", "done",
            "Next event", "+1 day", "Who sits on the left?", "Who sits on the right?", "^Put .+ in the other chair$",
            "have one appointment: Coffee");
    }
}
