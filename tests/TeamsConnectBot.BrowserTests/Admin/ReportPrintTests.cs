using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.BrowserTests.Admin;

/// <summary>The works council's report as a PDF: the page, printed by the browser.</summary>
[TestFixture]
internal sealed class ReportPrintTests : AdminPageTest
{
    [Test]
    public async Task Report_Printed_IsPagesOfA4WithoutMenuAndButtons([Values("nl", "en")] string language)
    {
        await OpenAsync(role: TenantRoles.WorksCouncil, language: language);
        await GoAsync("/admin/report");
        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Expect(Page.Locator("button:visible")).ToHaveCountAsync(0);
        await Expect(Page.Locator("h2").First).ToBeVisibleAsync();
        var overflow = await Page.EvaluateAsync<int>("""
            () => Math.max(0, ...[...document.querySelectorAll('main table')]
              .map(e => e.getBoundingClientRect().right - document.documentElement.clientWidth))
            """);
        Assert.That(overflow, Is.Zero, "a table is wider than the paper");

        var pdf = Encoding.Latin1.GetString(await Page.PdfAsync(new() { Format = "A4" }));
        Assert.That(pdf, Does.StartWith("%PDF-"));
        Assert.That(Regex.Count(pdf, @"/Type\s*/Page\b"), Is.InRange(1, 12));
    }
}
