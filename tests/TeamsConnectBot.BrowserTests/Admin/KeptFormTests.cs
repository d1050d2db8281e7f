using Microsoft.Playwright;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.BrowserTests.Admin;

/// <summary>What was typed outlives a session that ends meanwhile, in the same tab and for the same person.</summary>
[TestFixture]
internal sealed class KeptFormTests : AdminPageTest
{
    private const string Restored = "Wat je typte voordat je opnieuw moest aanmelden, staat hier weer.";

    [Test]
    public async Task Session_LostWhileTyping_HasTheTextBackAfterSigningInAgain()
    {
        await OpenAsync();
        await GoAsync("/admin/contacts");
        await Page.Locator("#name0").FillAsync("Els Bakker");
        await Page.Locator("#reach0").FillAsync("06 12");
        await Page.Context.ClearCookiesAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Lijst bewaren" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Het staat na het aanmelden weer in het formulier.");
        await SignInAgainAsync(TenantRoles.Admin);
        await Expect(Page.GetByText(Restored)).ToBeVisibleAsync();
        await Expect(Page.Locator("#name0")).ToHaveValueAsync("Els Bakker");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Lijst bewaren" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Opgeslagen.");
        await Expect(Page.GetByText(Restored)).ToHaveCountAsync(0);
        await Expect(Page.Locator("#reach0")).ToHaveValueAsync("06 12");
    }

    [Test]
    public async Task Session_LostWhileTyping_ShowsNothingToSomebodyElse()
    {
        await OpenAsync();
        await GoAsync("/admin/contacts");
        await Page.Locator("#name0").FillAsync("Alleen voor mij");
        await Page.Context.ClearCookiesAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Lijst bewaren" }).ClickAsync();

        await SignInAgainAsync(TenantRoles.WorksCouncil);

        // The page's script runs after its heading is visible.
        await Page.WaitForFunctionAsync("() => sessionStorage.length === 0");
        await Expect(Page.Locator("#name0")).Not.ToHaveValueAsync("Alleen voor mij");
    }

    [Test]
    public async Task SigningOut_WithUnsavedText_ForgetsIt()
    {
        await OpenAsync();
        Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await GoAsync("/admin/contacts");
        await Page.Locator("#name0").PressSequentiallyAsync("Weg ermee");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Afmelden" }).ClickAsync();
        await Expect(Page.Locator("#start")).ToBeVisibleAsync();

        Assert.That(await Page.EvaluateAsync<int>("() => sessionStorage.length"), Is.Zero);
    }

    private async Task SignInAgainAsync(string role)
    {
        await SignInAsync(role);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Contacten" })).ToBeVisibleAsync();
    }
}
