using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests.Whole;

/// <summary>The files of 'my data' on the Sandbox's page, with the real service: allowed with the mouse, declined by keyboard.</summary>
internal sealed class MyDataFilesTests : WholeTest
{
    [Test]
    public async Task Files_AllowedWithTheMouseOrDeclinedByKeyboard_AreDownloadedOrNotSent()
    {
        await AskAsync(0, "App installeren", "Bericht aan de bot", "mijn gegevens", "Stuur me alles");
        await Assertions.Expect(Requests(0)).ToHaveCountAsync(2);
        await Assertions.Expect(Requests(0).First).ToContainTextAsync(".html");
        Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty);
        await Requests(0).First.GetByRole(AriaRole.Button, new() { Name = "Toestaan" }).ClickAsync();

        var link = Chair(0).GetByRole(AriaRole.Link, new() { Name = "Openen uit OneDrive" });
        await Assertions.Expect(Requests(0)).ToHaveCountAsync(1);
        var file = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.That(file.SuggestedFilename, Does.EndWith(".html"));
        Assert.That(await File.ReadAllTextAsync(await file.PathAsync()), Does.Contain("<html lang=\"nl\""));

        await AskAsync(1, "App installeren", "Bericht aan de bot", "my data", "Send me everything");
        await Assertions.Expect(Requests(1)).ToHaveCountAsync(2);
        await Chair(1).Locator(".messages").FocusAsync();
        await TabToAsync("Weigeren");
        await Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Requests(1)).ToHaveCountAsync(1);
        await Assertions.Expect(Chair(1)).ToContainTextAsync("You did not allow the file.");
        await Assertions.Expect(Chair(1).GetByRole(AriaRole.Link, new() { Name = "Openen uit OneDrive" })).ToHaveCountAsync(0);
        await Assertions.Expect(Chair(1).Locator(".message:focus")).ToHaveCountAsync(1);
    }

    private ILocator Chair(int index) => Page.Locator($"#chair-{index}");

    private ILocator Requests(int index) => Chair(index).Locator(".file-request");

    private async Task AskAsync(int index, string install, string label, string question, string button)
    {
        await Chair(index).GetByRole(AriaRole.Button, new() { Name = install }).ClickAsync();
        await Assertions.Expect(Chair(index).Locator(".ac-adaptiveCard")).ToHaveCountAsync(1);
        await Chair(index).GetByRole(AriaRole.Textbox, new() { Name = label }).FillAsync(question);
        await Page.Keyboard.PressAsync("Enter");
        await Chair(index).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private async Task TabToAsync(string name)
    {
        const string Focused = "() => document.activeElement?.innerText?.trim() ?? ''";
        for (var press = 0; press < 30; press++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if ((await Page.EvaluateAsync<string>(Focused)).StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The Tab key never reached '{name}'.");
    }
}
