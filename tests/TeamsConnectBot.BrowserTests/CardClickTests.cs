using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TeamsConnectBot.BrowserTests.Demo;

namespace TeamsConnectBot.BrowserTests;

/// <summary>Clicks on cards: what is sent to the service, and what the person sees.</summary>
[TestFixture]
internal sealed class CardClickTests : PageTest
{
    [Test]
    public async Task Click_WithInputs_SendsVerbDataAndInputs()
    {
        await OpenAsync();
        await InviteBothAsync();
        Sandbox.Bot.Clicks.Clear();

        await Chair(0).GetByLabel("wo 12:30–12:50").CheckAsync();
        await Chair(0).GetByLabel("vr 13:00–13:20").CheckAsync();
        await Button(Chair(0), "Ja, graag").ClickAsync();
        await Expect(Button(Chair(0), "Toch niet")).ToBeVisibleAsync();

        var click = Sandbox.Bot.Clicks.Single();
        Assert.Multiple(() =>
        {
            Assert.That((string?)click["type"], Is.EqualTo("Action.Execute"));
            Assert.That((string?)click["verb"], Is.EqualTo("yes"));
            var expected = new JsonObject { ["nonce"] = "n1", ["gaps"] = "0,2" };
            Assert.That(JsonNode.DeepEquals(click["data"], expected), Is.True, click.ToJsonString());
        });
    }

    [Test]
    public async Task Click_AnsweredByACard_ReplacesOnlyTheClickersCard()
    {
        await OpenAsync();
        await InviteBothAsync();

        await Chair(0).GetByLabel("do 14:30–14:50").CheckAsync();
        await Button(Chair(0), "Ja, graag").ClickAsync();

        await Expect(Chair(0)).ToContainTextAsync("Dank je. Dinsdag 12:00 hoor je meer.");
        await Expect(Button(Chair(1), "Yes, please")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Click_WithARequiredInputMissing_ShowsItsMessageAndSendsNothing()
    {
        await OpenAsync();
        await InviteBothAsync();
        Sandbox.Bot.Clicks.Clear();

        await Button(Chair(0), "Ja, graag").ClickAsync();

        await Expect(Chair(0).GetByText("Tik ten minste één moment aan.")).ToBeVisibleAsync();
        Assert.That(Sandbox.Bot.Clicks, Is.Empty);
    }

    [Test]
    public async Task Click_AnsweredByAnError_ShowsAMessageWithoutDetails()
    {
        await OpenAsync();
        await InviteBothAsync();

        await Chair(0).GetByLabel("do 14:30–14:50").CheckAsync();
        await Button(Chair(0), "Pauze").ClickAsync();

        await Expect(Chair(0).Locator(".outcome", new() { HasText = "Er ging iets mis" })).ToBeVisibleAsync();
        await Expect(Chair(0)).Not.ToContainTextAsync("inner detail");
        await Expect(Chair(0).GetByLabel("do 14:30–14:50")).ToBeCheckedAsync();
    }

    [Test]
    public async Task Choice_OnTheSameCardInBothChats_IsMadeInEachOfThem()
    {
        const string OneOfTwo = """
            {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "Input.ChoiceSet", "id": "slot", "style": "expanded",
            "label": "When", "choices": [{"title": "now", "value": "0"}, {"title": "later", "value": "1"}]}]}
            """;
        await OpenAsync();
        foreach (var id in new[] { DemoTenant.Anouk, DemoTenant.Daniel })
        {
            Sandbox.Tenant.Chats.Add(Sandbox.Tenant.Chats.Of(Sandbox.Tenant.People.ById(id)!), new()
            {
                Id = $"choice-{id}", FromBot = true, SentAt = Sandbox.Tenant.Now, CardJson = OneOfTwo,
            });
        }

        await Chair(0).GetByLabel("now").CheckAsync();
        await Chair(1).GetByLabel("later").CheckAsync();

        await Expect(Chair(0).GetByLabel("now")).ToBeCheckedAsync();
        await Expect(Chair(1).GetByLabel("later")).ToBeCheckedAsync();
    }

    [Test]
    public async Task OpenUrl_Clicked_OpensAnotherTab()
    {
        await OpenAsync(before: page =>
            page.AddInitScriptAsync("window.open = (...how) => { document.body.dataset.opened = how.join(' '); }"));
        var person = Sandbox.Tenant.People.ById(DemoTenant.Anouk)!;
        Sandbox.Tenant.Chats.Add(Sandbox.Tenant.Chats.Of(person), new()
        {
            Id = "1", FromBot = true, SentAt = Sandbox.Tenant.Now, CardJson = DemoCards.Connection(dutch: true, "Daniel O’Connor"),
        });

        await Chair(0).GetByRole(AriaRole.Link, new() { Name = "Chat" }).ClickAsync();

        await Expect(Page.Locator("body")).ToHaveAttributeAsync("data-opened", "https://teams.example/l/chat/0/0 _blank noopener");
    }

    [Test]
    public async Task Message_Typed_IsShownAndAnswered()
    {
        await OpenAsync();
        await InviteBothAsync();

        await Page.GetByLabel("Bericht aan de bot, als Daniel O’Connor").FillAsync("help");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Chair(1).Locator(".from-me .text")).ToHaveTextAsync("help");
        await Expect(Chair(1)).ToContainTextAsync("I know: help, stop, pause.");
    }

    [Test]
    public async Task Card_NewMessageInTheChat_KeepsHalfFilledInputs()
    {
        await OpenAsync();
        await InviteBothAsync();
        await Chair(0).GetByLabel("vr 13:00–13:20").CheckAsync();

        await Sandbox.Teams.SayAsync(Sandbox.Tenant.People.ById(DemoTenant.Anouk)!, "hoi");

        await Expect(Chair(0)).ToContainTextAsync("Ik ken: help, stop, pauze.");
        await Expect(Chair(0).GetByLabel("vr 13:00–13:20")).ToBeCheckedAsync();
    }

    [Test]
    public async Task Card_WithoutTheRenderer_IsShownAsTextWithAHint()
    {
        await OpenAsync(before: page => page.RouteAsync("**/page/api/start?*", async route =>
        {
            var answer = await route.FetchAsync();
            var body = (await answer.TextAsync()).Replace("\"renderer\":true", "\"renderer\":false", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Body = body });
        }));
        await Chair(0).GetByRole(AriaRole.Button, new() { Name = "App installeren" }).ClickAsync();

        await Expect(Chair(0).GetByRole(AriaRole.Group, new() { Name = "Kaart als tekst" }))
            .ToContainTextAsync("Knoppen: Meedoen · Niet nu");
        await Expect(Page.Locator("#no-renderer")).ToContainTextAsync("Installeer Node.js 20 of nieuwer");
    }
}
