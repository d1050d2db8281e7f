using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests.Whole;

/// <summary>
/// Takes the README's pictures: <c>PICTURES=$PWD/docs/pictures dotnet test tests/TeamsConnectBot.BrowserTests --filter Whole</c>.
/// Without that variable they go beside the test's other output.
/// </summary>
internal static class Pictures
{
    private static string Folder =>
        Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } wanted ? wanted : TestContext.CurrentContext.WorkDirectory;

    public static Task TakeAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });

    public static Task TakeAsync(ILocator part, string name) =>
        part.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png") });
}
