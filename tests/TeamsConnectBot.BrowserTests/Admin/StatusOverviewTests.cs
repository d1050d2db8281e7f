using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests.Admin;

/// <summary>The first screen says what does not work. <c>STATUS_PICTURES</c> names a folder for pictures of it.</summary>
[TestFixture]
internal sealed class StatusOverviewTests : AdminPageTest
{
    private const string Disabled = """{"error":{"code":"BotDisabledByAdmin","message":"The tenant admin disabled this bot"}}""";

    private Trouble current = Trouble.None;

    public enum Trouble
    {
        None,
        GraphPermissionMissing,
        TeamsRefuses,
    }

    protected override int People => 12;

    // With two at once, sending is back after three messages.
    protected override Dictionary<string, string> Settings => new() { ["Engine:SendAtOnce"] = "2" };

    [Test]
    public async Task Overview_WhateverIsWrong_SaysSoAccessibly(
        [Values] Trouble trouble, [Values("nl", "en")] string language, [Values(390, 1280)] int width,
        [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        await CauseAsync(trouble);
        await OpenAsync(language: language, width: width, scheme: scheme);

        await Expect(Page.GetByText(SaysIn(language, trouble))).ToBeVisibleAsync();
        await Expect(Page.Locator("[id^='status-']")).ToHaveCountAsync(trouble == Trouble.None ? 0 : 1);
        Assert.That(await Page.EvaluateAsync<int>(PageRules.Width), Is.LessThanOrEqualTo(width));
        Assert.That(await Page.EvaluateAsync<string[]>(PageRules.LowContrast), Is.Empty);
        Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty);
        if (Environment.GetEnvironmentVariable("STATUS_PICTURES") is { } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{trouble}-{language}-{width}-{scheme}.png") });
        }
    }

    [Test]
    public async Task Overview_WithoutScripts_SaysWhatIsWrong()
    {
        await CauseAsync(Trouble.GraphPermissionMissing);
        await OpenAsync(language: "en", scripts: false);

        await Expect(Page.GetByText("Grant GroupMember.Read.All and User.Read.All")).ToBeVisibleAsync();
    }

    private static string SaysIn(string language, Trouble trouble) => (trouble, language) switch
    {
        (Trouble.TeamsRefuses, "nl") => "een beheerder heeft de app geblokkeerd (403 BotDisabledByAdmin)",
        (Trouble.TeamsRefuses, _) => "an administrator blocked the app (403 BotDisabledByAdmin)",
        (Trouble.GraphPermissionMissing, "nl") => "er ontbreekt een recht",
        (Trouble.GraphPermissionMissing, _) => "a permission is missing",
        (_, "nl") => "Alles werkt sinds",
        _ => "Everything has worked since",
    };

    private async Task CauseAsync(Trouble trouble)
    {
        if (trouble == current)
        {
            await ChecksAsync();
            return;
        }

        current = trouble;
        Tenant.Faults.Clear();
        await Service.Clock.AdvanceToAsync(Service.Clock.Now + TimeSpan.FromMinutes(31), null, default);
        switch (trouble)
        {
            case Trouble.TeamsRefuses:
                Tenant.Faults.Refuse("/teams/*", 403, body: Disabled);
                foreach (var person in Tenant.Tenant.People.All)
                {
                    await Tenant.Teams.InstallAsync(person);
                    await Service.Clock.QuietAsync(default);
                }

                break;
            case Trouble.GraphPermissionMissing:
                Tenant.Faults.Refuse("/v1.0/groups/*", 403);
                break;
        }

        await ChecksAsync();
    }

    // The checks may take longer than the page waits for them.
    private async Task ChecksAsync()
    {
        using var http = new HttpClient();
        string body;
        do
        {
            using var answer = await http.GetAsync(new Uri(Service.Url, "/health/ready"));
            body = await answer.Content.ReadAsStringAsync();
        }
        while (body.Contains("unknown", StringComparison.Ordinal) || body.Contains("secondsOld", StringComparison.Ordinal));
    }
}
