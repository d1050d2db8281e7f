using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests.Whole;

/// <summary>
/// Takes the README's pictures: <c>PICTURES=$PWD/docs/pictures dotnet test tests/TeamsConnectBot.BrowserTests --filter Whole</c>.
/// Without that variable they are saved with the other test output.
/// </summary>
internal static class Pictures
{
    private static string Folder =>
        Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } wanted ? wanted : TestContext.CurrentContext.WorkDirectory;

    /// <summary>Takes a picture of the page from its top to the end of one part.</summary>
    public static async Task TakeAsync(IPage page, ILocator last, string name)
    {
        await page.EvaluateAsync("scrollTo(0, 0)");
        var end = await last.BoundingBoxAsync()
            ?? throw new InvalidOperationException($"The last element of the picture '{name}' is not visible.");
        var clip = new Clip { X = 0, Y = 0, Width = page.ViewportSize!.Width, Height = end.Y + end.Height };
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true, Clip = clip });
    }

    public static async Task TakeAsync(ILocator part, string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await part.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png") });
                return;
            }
            catch (PlaywrightException) when (attempt < 5)
            {
                // The page has replaced the card in the meantime.
            }
        }
    }
}
