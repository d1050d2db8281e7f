using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests.Whole;

/// <summary>
/// What a newcomer sees after the README's first command: two people, the real service, and the guide from who allowed the reading of AI
/// use to two people with one appointment. The README's pictures are taken on the way.
/// </summary>
internal sealed partial class CoffeeTests : WholeTest
{
    private const string Invited = ".ac-adaptiveCard:has(input[type=checkbox])";
    private const string Band = "Je werkte de laatste twee weken bijna elke dag met AI.";

    [Test]
    public async Task Guide_Followed_LeadsFromTheDecisionThroughTheBandToOneAppointment()
    {
        await Assertions.Expect(Page.Locator("#guide-steps li.done")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator(".decisions li")).ToHaveCountAsync(3);
        await GuideAsync("Gezien");
        await GuideAsync("Voor allebei");
        await JoinAsync(0, "Meedoen", ticks: 3);
        await JoinAsync(1, "Join", ticks: 1);
        await GuideAsync("Een week vooruit");
        await GuideAsync("Vraag het");
        await Assertions.Expect(Chair(0)).ToContainTextAsync(Band);
        await Assertions.Expect(Chair(1)).Not.ToContainTextAsync("last two weeks");
        await GuideAsync("Het rapport");
        await Assertions.Expect(Page.Locator(".report .mine.read")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator(".report .mine:not(.read)")).ToHaveCountAsync(1);
        await Pictures.TakeAsync(Page, Chair(0).Locator(".talk"), "page");

        await GuideAsync("De uitnodiging");
        await GuideAsync("Klok vooruit");
        await NextUntilAsync(Button("Ja, graag"));
        await NextUntilAsync(Button("Yes, please"));
        var invitation = await Chair(0).Locator(Invited).Last.InnerTextAsync();
        Assert.That(invitation, Does.Not.Contain(await NameAsync("links")).And.Not.Contain(await NameAsync("rechts")));
        Assert.That(invitation, Does.Not.Contain("AI"));
        await Pictures.TakeAsync(Chair(0).Locator(Invited).Last, "invitation");
        await Chair(0).GetByRole(AriaRole.Button, new() { Name = "Waarom dit?" }).ClickAsync();
        await Assertions.Expect(Chair(0).Locator(".ac-adaptiveCard").Last).ToContainTextAsync(Band);
        await Chair(0).GetByRole(AriaRole.Button, new() { Name = "Terug" }).ClickAsync();

        await SayYesAsync(0, "Ja, graag");
        await SayYesAsync(1, "Yes, please");
        await NextUntilAsync(Chair(0).GetByText("Geen AI-notulist, geen opname."));
        await NextUntilAsync(Chair(1).GetByText("No AI note-taker, no recording."));
        await Assertions.Expect(Chair(0).Locator(".day li.bot")).ToHaveCountAsync(1);
        await Assertions.Expect(Chair(1).Locator(".day li.bot")).ToHaveCountAsync(1);
        var beside = Page.Locator("#guide-now").GetByRole(AriaRole.Button, new() { NameRegex = Beside() });
        if (await beside.CountAsync() > 0)
        {
            await beside.ClickAsync();
        }

        await Assertions.Expect(Page.Locator("#guide-all")).ToContainTextAsync("hebben één afspraak: Samen werken");
        await NextUntilAsync(Chair(0).GetByText("Hebben jullie elkaar gesproken?"), "+1 dag");
    }

    [GeneratedRegex("^Zet .+ ernaast$")]
    private static partial Regex Beside();

    private ILocator Chair(int index) => Page.Locator($"#chair-{index}");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private Task<string> NameAsync(string side) => Page.GetByLabel($"Wie zit {side}?").InputValueAsync();

    private async Task GuideAsync(string button)
    {
        await Page.Locator(".guide").GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(button)}( \\(klaar\\))?$") })
            .ClickAsync();
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
        foreach (var gap in await card.Locator("input[type=checkbox]").AllAsync())
        {
            await gap.CheckAsync();
        }

        await Button(yes).ClickAsync();
        await Assertions.Expect(Button(yes)).ToHaveCountAsync(0);
    }
}
