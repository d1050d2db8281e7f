using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests;

/// <summary>Checks a page with axe-core: WCAG 2.0 to 2.2 at levels A and AA, and axe's best practices.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Click targets of at least 24 by 24 pixels are a rule of WCAG 2.2 that axe leaves off by default. What passed is left out of the
    // result, because describing it takes long.
    private const string Violations = """
        async () => {
          const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
          const { violations } = await axe.run(document, options);
          return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}`));
        }
        """;

    /// <summary>Returns each violation with its element.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        // Axe checks a frame only if it runs there too.
        foreach (var frame in page.Frames)
        {
            await frame.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>(Violations);
    }
}
