using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests.Whole;

/// <summary>
/// What a newcomer sees after the README's first command: two people, the real service, from joining to 'did you meet?'.
/// The README's pictures are taken on the way.
/// </summary>
internal sealed class CoffeeTests : WholeTest
{
    private const string Invited = ".ac-adaptiveCard:has(input[type=checkbox])";

    [Test]
    public async Task TwoChairs_BothSayYes_AreMatchedAndNamesAppearOnlyAfterwards()
    {
        await Button("Voor allebei").ClickAsync();
        await JoinAsync(0, "Meedoen");
        await JoinAsync(1, "Join");
        await NextUntilAsync(Button("Ja, graag"));
        await NextUntilAsync(Button("Yes, please"));
        var invitation = await Chair(0).Locator(Invited).Last.InnerTextAsync();
        Assert.That(invitation, Does.Not.Contain(await NameAsync("links")).And.Not.Contain(await NameAsync("rechts")));
        await Pictures.TakeAsync(Page, Chair(0), "page");
        await Pictures.TakeAsync(Chair(0).Locator(Invited).Last, "invitation");

        await SayYesAsync(0, "Ja, graag");
        await SayYesAsync(1, "Yes, please");
        await NextUntilAsync(Chair(0).GetByText("Geen AI-notulist, geen opname."));
        await NextUntilAsync(Chair(1).GetByText("No AI note-taker, no recording."));
        await Assertions.Expect(Chair(0).Locator(".day li.bot")).ToHaveCountAsync(1);
        await Assertions.Expect(Chair(1).Locator(".day li.bot")).ToHaveCountAsync(1);

        await NextUntilAsync(Chair(0).GetByText("Hebben jullie elkaar gesproken?"), "+1 dag");
    }

    private ILocator Chair(int index) => Page.Locator($"#chair-{index}");

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private Task<string> NameAsync(string side) => Page.GetByLabel($"Wie zit {side}?").InputValueAsync();

    private async Task JoinAsync(int chair, string join)
    {
        var card = Chair(chair).Locator(".ac-adaptiveCard").Last;
        await card.Locator("input[type=checkbox]").First.CheckAsync();
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
