using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests;

/// <summary>Checks a page with axe-core: WCAG 2.0 to 2.2 at levels A and AA, and axe's best practices.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Options = new()
    {
        // Click targets of at least 24 by 24 pixels: a rule of WCAG 2.2 that axe leaves off by default.
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Returns each violation with its element.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}: {node.Html}"))];
    }
}
