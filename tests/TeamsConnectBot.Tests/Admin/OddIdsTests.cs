using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Addresses and forms may contain anything. The page answers that there is no such thing, and never fails.</summary>
internal sealed partial class OddIdsTests : AdminTests
{
    private static readonly string[] Odd =
    [
        "é", "日本語 😀", new('x', 3000), "a\r\nSet-Cookie: x=1", "..", "../..", "a/b", "a%b", "?x=1#y", "' OR 1=1 --", "\u0001", "{0}",
        "-1", "9999-12-31", "-9998-01-01", "2147483648", "[x](https://evil.example)",
    ];

    private static readonly string[] Names =
    [
        "find", "page", "id", "number", "run", "pool", "since", "before", "back", "to", "language", "key", "text", "day", "nl", "en",
        "from", "one", "other", "inForce", "revision",
    ];

    // Handlers that end the test's own session or start another one.
    private static readonly string[] LeftOut = ["Out", "Teams"];

    [TestCase("/admin/rules/%C3%A9?handler=Publish")]
    [TestCase("/admin/rules/%C3%A9?handler=Discard")]
    [TestCase("/admin/rules/%C3%A9?handler=Check")]
    [TestCase("/admin/rules/%C3%A9/try?handler=Start")]
    [TestCase("/admin/rules/%C3%A9/trial?handler=Start")]
    [TestCase("/admin/rules/%C3%A9/trial?handler=End")]
    [TestCase("/admin/rules/a%0D%0Ab?handler=Publish")]
    public async Task Post_ForUnknownRule_IsNotFound(string path)
    {
        var admin = await SignedInAsync(Admin);

        Assert.That((await admin.PostAsync(path, await FormAsync(admin))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Post_ToUnknownHandler_IsNotFound()
    {
        var admin = await SignedInAsync(Admin);
        var form = await FormAsync(admin);
        var statuses = new List<HttpStatusCode>();
        string[] paths =
            ["/admin", "/admin/rules", "/admin/report", "/admin/figures", "/admin/texts", "/admin/log", "/admin/rules/everybody/try"];
        foreach (var path in paths)
        {
            statuses.Add((await admin.PostAsync($"{path}?handler=Nonsense", form)).Status);
        }

        Assert.That(statuses, Is.All.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task EveryAddress_WithAnyId_NeverFails()
    {
        var admin = await SignedInAsync(Admin);
        var form = await FormAsync(admin);
        var failed = new List<string>();
        var posts = 0;
        var patterns = Patterns().Where(pattern => pattern.Contains('{'));
        foreach (var path in patterns.SelectMany(pattern => Odd.Select(id => Parameter().Replace(pattern, Uri.EscapeDataString(id)))))
        {
            failed.AddRange(await FailuresAsync(admin.GetAsync(path), $"GET {path}"));
            foreach (var handler in Handlers())
            {
                failed.AddRange(await FailuresAsync(admin.PostAsync($"{path}?handler={handler}", form), $"POST {handler} {path}"));
                posts++;
            }
        }

        Assert.That(failed, Is.Empty, string.Join('\n', failed.Take(100)));
        Assert.That(posts, Is.GreaterThan(500), "hardly any requests were made, so the test proves nothing");
    }

    [Test]
    public async Task EveryAddress_WithAnyQueryOrForm_NeverFails()
    {
        var admin = await SignedInAsync(Admin);
        var token = await FormAsync(admin);
        var failed = new List<string>();
        foreach (var pattern in Patterns())
        {
            var path = Parameter().Replace(pattern, "everybody");
            foreach (var odd in Odd)
            {
                var value = Uri.EscapeDataString(odd[..Math.Min(odd.Length, 200)]);
                var query = string.Join('&', Names.Select(name => $"{name}={value}"));
                failed.AddRange(await FailuresAsync(admin.GetAsync($"{path}?{query}"), $"GET {path} {odd}"));
                foreach (var handler in Handlers())
                {
                    var form = new Dictionary<string, string>(token);
                    foreach (var name in Names.Append("name").Append("reach"))
                    {
                        form[name] = odd;
                    }

                    failed.AddRange(
                        await FailuresAsync(admin.PostAsync($"{path}?handler={handler}", form), $"POST {handler} {path} {odd}"));
                }
            }
        }

        Assert.That(failed, Is.Empty, string.Join('\n', failed.Take(100)));
    }

    // A redirect must stay within the admin page, whatever the id was.
    private static async Task<IEnumerable<string>> FailuresAsync(Task<PageResponse> asking, string what)
    {
        var answer = await asking;
        var leavesThePage = answer.Location is { } to
            && !to.StartsWith("/admin", StringComparison.Ordinal) && !to.StartsWith("http", StringComparison.Ordinal);
        return (int)answer.Status >= 500 || leavesThePage ? [$"{what}: {(int)answer.Status} {answer.Location}"] : [];
    }

    private static async Task<Dictionary<string, string>> FormAsync(AdminBrowser browser) =>
        new() { ["__RequestVerificationToken"] = (await browser.OpenAsync("/admin")).FormToken };

    private static List<string> Handlers() =>
    [
        .. typeof(AdminPageModel).Assembly.GetTypes().Where(typeof(AdminPageModel).IsAssignableFrom)
            .SelectMany(page => page.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Select(method => Handler().Match(method.Name)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value).Except(LeftOut).Distinct(),
    ];

    private IEnumerable<string> Patterns() => World.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(pattern => pattern.StartsWith("/admin", StringComparison.Ordinal)).Distinct();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("^OnPost(.+)Async$")]
    private static partial Regex Handler();
}
