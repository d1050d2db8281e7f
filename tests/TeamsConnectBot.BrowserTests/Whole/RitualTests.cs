using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests.Whole;

/// <summary>Planning a team's ritual on the Sandbox's page, with the real service: from a typed phrase to who is coming.</summary>
internal sealed class RitualTests : WholeTest
{
    [Test]
    public async Task Ritual_PlannedByTheOwner_IsInTheCalendarsOfParticipants()
    {
        await Button("App aan het team toevoegen").First.ClickAsync();
        await SayAsync("ritueel nieuw vrijdagkoffie elke vrijdag 15:30");
        await Assertions.Expect(Card).ToContainTextAsync("elke vrijdag 15:30–16:00 (Amsterdam), eerstvolgende: vr 27 nov");

        await ActAsAsync(1);
        await Button("Klopt").ClickAsync();
        await Assertions.Expect(Channel.Locator(".outcome").Last).ToContainTextAsync("somebody else's question");
        await ActAsAsync(0);
        await Button("Klopt").ClickAsync();
        await Assertions.Expect(Card).ToContainTextAsync("Vrijdagkoffie is gepland");
        await Button("Doe mee").ClickAsync();
        await Assertions.Expect(Channel.Locator(".outcome").Last).ToContainTextAsync("komt in je agenda");
        await Assertions.Expect(Page.Locator("#chair-0 .day li.bot")).ToContainTextAsync("15:30–16:00 Vrijdagkoffie");
        await Assertions.Expect(Page.Locator("#chair-1 .day li.bot")).ToHaveCountAsync(0);
        await ActAsAsync(1);
        await Button("Doe mee").ClickAsync();
        await Assertions.Expect(Page.Locator("#chair-1 .day li.bot")).ToContainTextAsync("15:30–16:00 Vrijdagkoffie");

        await NextUntilAsync(Button("Ik kom"));
        await ActAsAsync(1);
        await Button("Ik kom").ClickAsync();
        await Assertions.Expect(Card).ToContainTextAsync(await Page.GetByLabel("Wie zit rechts?").InputValueAsync());
    }

    private ILocator Channel => Page.Locator("#channel");

    private ILocator Card => Channel.Locator(".ac-adaptiveCard").Last;

    private ILocator Button(string name) => Channel.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private Task<IReadOnlyList<string>> ActAsAsync(int member) =>
        Page.GetByLabel("Je doet dit als").SelectOptionAsync(new SelectOptionValue { Index = member });

    private async Task SayAsync(string text)
    {
        await Channel.GetByRole(AriaRole.Textbox, new() { Name = "Bericht in het kanaal" }).FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }
}
