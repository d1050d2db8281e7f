using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests.Admin;

/// <summary>The accessibility of every admin page: on a phone, in dark mode and with a screen reader.</summary>
[TestFixture]
internal sealed class AdminAccessTests : AdminPageTest
{
    // So that something waits on the page with approvals.
    protected override Dictionary<string, string> Settings => new()
    {
        ["Signals:CopilotReport"] = "true", ["Programme:Pools:0:Help:On"] = "true",
    };

    [Test]
    public async Task Phone_360Wide_NeverScrollsSideways([Values("nl", "en")] string language)
    {
        await OpenAsync(language: language, width: 360);

        await EveryPageAsync(async path => Assert.That(await Page.EvaluateAsync<int>(PageRules.Width), Is.LessThanOrEqualTo(360), path));
    }

    [Test]
    public async Task Report_OnAPhone_DoesNotCutOffItsTables()
    {
        const string CutOff = """
            () => [...document.querySelectorAll('.stacked th, .stacked td')].filter(cell => cell.getClientRects().length > 0)
              .filter(cell => cell.getBoundingClientRect().right > document.documentElement.clientWidth).map(cell => cell.textContent)
            """;
        await OpenAsync(width: 360);

        await GoAsync("/admin/report");

        Assert.That(await Page.Locator(".stacked td").CountAsync(), Is.GreaterThan(20));
        Assert.That(await Page.EvaluateAsync<string[]>(CutOff), Is.Empty);
    }

    [Test]
    public async Task Text_InEveryTheme_HasAContrastOfAtLeastFourAndAHalf([Values] Look look)
    {
        await OpenAsync(look, width: 1280);

        await EveryPageAsync(async path => Assert.That(await Page.EvaluateAsync<string[]>(PageRules.LowContrast), Is.Empty, path));
    }

    [Test]
    public async Task Page_InEveryTheme_WideAndNarrow_HasNoAccessibilityViolations([Values] Look look, [Values(390, 1280)] int width)
    {
        await OpenAsync(look, width);

        await EveryPageAsync(async path => Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty, path));
        await GoAsync("/admin/approvals");
        await Expect(Page.Locator("section[aria-labelledby^='waits-']")).ToHaveCountAsync(2);
    }

    [Test]
    public async Task SignIn_AndTheSandboxsAccountPicker_HaveNoAccessibilityViolations([Values("nl", "en")] string language)
    {
        await NewPageAsync(language);
        await GoAsync("/admin");
        Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty);

        await Page.Locator("#start").ClickAsync();
        await Expect(
            Page.GetByRole(
                AriaRole.Heading,
                new() { Level = 1, Name = language == "nl" ? "Kies een account" : "Pick an account" })).ToBeVisibleAsync();
        await Expect(Page.GetByText(language == "nl" ? "Ondernemingsraad" : "Works council")).ToBeVisibleAsync();
        Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty);
    }

    [Test]
    public async Task Landmarks_ForScreenReaders_OccurOnce()
    {
        await OpenAsync();

        await EveryPageAsync(async path =>
        {
            await Expect(Page.GetByRole(AriaRole.Banner)).ToHaveCountAsync(1);
            await Expect(Page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
            await Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "Pagina's", Exact = true })).ToHaveCountAsync(1);
            await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "nl");
        });
    }

    [Test]
    public async Task Language_Chosen_IsRemembered()
    {
        await OpenAsync(language: "nl");

        await Page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true }).ClickAsync();
        await GoAsync("/admin/rules");

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Rules" })).ToBeVisibleAsync();
    }

    private async Task EveryPageAsync(Func<string, Task> check)
    {
        foreach (var path in Pages)
        {
            await GoAsync(path);
            await check(path);
        }
    }
}
