using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests;

/// <summary>axe-core's rules: WCAG 2.0 to 2.2 at levels A and AA, and its best practices.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Options = new()
    {
        // 24 by 24 pixels for what can be clicked: axe leaves that rule of WCAG 2.2 off unless asked.
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Each violation with the element it is about; empty when there is none.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}: {node.Html}"))];
    }
}
