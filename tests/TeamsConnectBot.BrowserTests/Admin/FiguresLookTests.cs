using Microsoft.Playwright;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.BrowserTests.Admin;

/// <summary>
/// How figures look: as wide as their card, with a value on every mark, in every theme and on paper. <c>LOOK_PICTURES</c> names a folder
/// for pictures.
/// </summary>
[TestFixture]
internal sealed class FiguresLookTests : AdminPageTest
{
    private const string Trial = "/admin/rules/everybody/trial";

    // Charts narrower than the card they are in.
    private const string Narrow = """
        () => [...document.querySelectorAll('.plot')].filter(plot => {
          const card = plot.parentElement, style = getComputedStyle(card);
          const room = card.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
          const last = [...plot.querySelectorAll('.chart')].reduce((right, svg) => Math.max(right, svg.getBoundingClientRect().right), 0);
          return last - plot.getBoundingClientRect().left < room - 2;
        }).map(plot => plot.ariaLabel)
        """;

    // Words on a chart that overlap each other, or stick out of the window.
    private const string Clashes = """
        () => [...document.querySelectorAll('.chart')].flatMap(svg => {
          const words = [...svg.querySelectorAll('text')].map(text => ({ text: text.textContent, box: text.getBoundingClientRect() }));
          return words.filter(({ box }, index) => box.left < -1 || box.right > document.documentElement.clientWidth + 1
            || words.some((other, at) => at > index && box.left < other.box.right - 1 && other.box.left < box.right - 1
              && box.top < other.box.bottom - 3 && other.box.top < box.bottom - 3)).map(word => word.text);
        })
        """;

    protected override int People => 30;

    [OneTimeSetUp]
    public Task Write() => PublishedFigures.WriteAsync(DatabaseFile, DateOnly.FromDateTime(Service.Clock.Now.UtcDateTime));

    [Test]
    public async Task Figures_InEveryTheme_WideAndNarrow_FillTheirCardAndAreAccessible(
        [Values] Look look, [Values(390, 1280)] int width, [Values("/admin/figures", "/admin/report", Trial)] string path)
    {
        await OpenAsync(look, width, language: look == Look.Light ? "nl" : "en");
        await GoAsync(path);
        await PictureAsync($"{path.Split('/')[^1]}-{look}-{width}");

        Assert.That(await Page.Locator(".chart").CountAsync(), Is.GreaterThan(1));
        Assert.That(await Page.EvaluateAsync<string[]>(Narrow), Is.Empty);
        Assert.That(await Page.EvaluateAsync<string[]>(Clashes), Is.Empty);
        Assert.That(await Page.EvaluateAsync<int>(PageRules.Width), Is.LessThanOrEqualTo(width));
        await Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        Assert.That(await Page.EvaluateAsync<string[]>(PageRules.LowContrast), Is.Empty);
        Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty);
        Assert.That(await Page.EvaluateAsync<int>(PageRules.Width), Is.LessThanOrEqualTo(width));
    }

    [Test]
    public async Task Figures_InTheSystemsHighContrast_UseItsColours()
    {
        await OpenAsync(forcedColors: ForcedColors.Active);
        await GoAsync("/admin/figures");
        await PictureAsync("figures-forced");

        var text = await Page.EvaluateAsync<string>("() => getComputedStyle(document.body).color");
        var marks = await Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.chart .mark, .chart text')].map(mark => getComputedStyle(mark).fill)");
        Assert.That(marks, Is.Not.Empty.And.All.EqualTo(text));

        var canvas = await Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        await Expect(Page.Locator(".menu a[aria-current=page]")).Not.ToHaveCSSAsync("border-bottom-color", canvas);
        await Expect(Page.Locator(".menu a:not([aria-current=page])").First).ToHaveCSSAsync("border-bottom-color", canvas);
    }

    [Test]
    public async Task Figures_Printed_TakeHalfThePage_WithTheirTablesOpenAndDarkOnLight()
    {
        await OpenAsync(Look.TeamsContrast, width: 720);
        await GoAsync("/admin/report");
        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        var shares = await Page.EvaluateAsync<double[]>("""
            () => [...document.querySelectorAll('.plot')]
              .map(plot => plot.querySelector('.panels').getBoundingClientRect().width / plot.clientWidth)
            """);
        Assert.That(shares, Is.Not.Empty.And.All.InRange(0.4, 0.5));
        foreach (var table in await Page.Locator(".chart-table table").AllAsync())
        {
            await Expect(table).ToBeVisibleAsync();
        }

        var ink = await Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.chart text')).fill");
        Assert.That(ink, Is.EqualTo("rgb(36, 36, 36)"));
        await PictureAsync("report-print");
    }

    [Test]
    public async Task Approval_InEveryTheme_WideAndNarrow_IsAccessible([Values] Look look, [Values(390, 1280)] int width)
    {
        await AskAsync();
        await OpenAsync(look, width, TenantRoles.WorksCouncil, look == Look.Light ? "nl" : "en");
        await GoAsync("/admin/approvals");
        await PictureAsync($"approvals-{look}-{width}");

        await Expect(Page.Locator("input[type=date]")).ToBeVisibleAsync();
        await Expect(Page.Locator("textarea").First).ToBeVisibleAsync();
        Assert.That(await Page.EvaluateAsync<string[]>(PageRules.LowContrast), Is.Empty);
        Assert.That(await Page.EvaluateAsync<int>(PageRules.Width), Is.LessThanOrEqualTo(width));
        Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty);
    }

    [Test]
    public async Task NotAsked_OnAPhone_IsReadInFull()
    {
        await OpenAsync(width: 390);
        await GoAsync("/admin/figures");

        const string CutOff = """
            () => [...document.querySelectorAll('main table')].filter(table => table.getClientRects().length > 0
              && table.getBoundingClientRect().right > document.documentElement.clientWidth).map(table => table.textContent)
            """;
        Assert.That(await Page.EvaluateAsync<string[]>(CutOff), Is.Empty);
    }

    // A rule that uses more data waits once an admin switches it on; it stays so for all tests here.
    private async Task AskAsync()
    {
        await OpenAsync();
        await GoAsync("/admin/rules");
        var on = Page.Locator("form:has(input[name=id][value=remote-and-rarely-met]):has(input[name=on][value=true]) button");
        if (await on.CountAsync() > 0)
        {
            await on.First.ClickAsync();
            await Page.WaitForLoadStateAsync();
        }

        await CloseContextAsync();
    }

    private Task PictureAsync(string name) => Environment.GetEnvironmentVariable("LOOK_PICTURES") is { } folder
        ? Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true }) : Task.CompletedTask;
}
