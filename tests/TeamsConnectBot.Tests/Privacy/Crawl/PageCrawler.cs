using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using TeamsConnectBot.Tests.Admin;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>
/// Requests every endpoint of the service with every method it accepts, follows the links on the pages, and submits their forms
/// unchanged.
/// </summary>
internal sealed partial class PageCrawler(PlantedWorld world, AdminBrowser browser, string role)
{
    private const int MostLinks = 40;

    private static readonly string[] Queries = ["", "?since=2026-01-01&pool=everyone&one=1&other=1"];
    private static readonly string[] AllMethods = ["GET", "POST"];

    private readonly string owner = world.Owner.ObjectId.ToString();
    private readonly List<CrawledText> seen = [];
    private readonly HashSet<string> opened = [];
    private readonly HashSet<string> answeredPaths = [];
    private readonly Dictionary<string, PageResponse> forms = [];
    private int followed;

    /// <summary>The endpoints that answered with a page.</summary>
    public IEnumerable<string> Answered => EndpointsOf(world.Inner)
        .Where(endpoint => PathsOf(endpoint).Any(answeredPaths.Contains)).Select(endpoint => endpoint.RoutePattern.RawText!);

    public static IReadOnlyList<RouteEndpoint> EndpointsOf(PrivacyWorld world) =>
        [.. world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public async Task<IReadOnlyList<CrawledText>> CrawlAsync()
    {
        foreach (var endpoint in EndpointsOf(world.Inner))
        {
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } some ? some : AllMethods;
            foreach (var path in PathsOf(endpoint))
            {
                await RequestAsync(endpoint, path, methods);
            }
        }

        foreach (var (form, page) in forms.ToList())
        {
            await SendAsync(form, page);
        }

        return seen;
    }

    private async Task RequestAsync(RouteEndpoint endpoint, string path, IReadOnlyList<string> methods)
    {
        if (methods.Contains("GET"))
        {
            foreach (var query in Queries)
            {
                await OpenAsync(path + query);
            }
        }

        if (methods.Contains("POST"))
        {
            Keep($"POST {path}", await browser.PostAsync(path, new Dictionary<string, string>()));
        }
    }

    private async Task OpenAsync(string path)
    {
        if (!opened.Add(path))
        {
            return;
        }

        // A redirect, such as to sign-in, does not count as an answer.
        var answer = await browser.GetAsync(path);
        if (answer.Status == HttpStatusCode.OK)
        {
            answeredPaths.Add(path);
        }
        else if (answer.Location is { } next && next.StartsWith('/') && followed++ < MostLinks)
        {
            await OpenAsync(next);
        }

        Keep($"GET {path}", answer);
        foreach (Match form in Forms().Matches(answer.Body))
        {
            var to = WebUtility.HtmlDecode(form.Groups["action"].Value) is { Length: > 0 } action ? action : path;
            forms.TryAdd($"{to} {string.Join(' ', FieldsOf(form.Value).Keys)}", answer with { Location = to, Body = form.Value });
        }

        foreach (Match link in Links().Matches(answer.Body))
        {
            var to = WebUtility.HtmlDecode(link.Groups[1].Value);
            // This link would change the language during the crawl; each language has a crawl of its own.
            if (!to.StartsWith("/admin/language", StringComparison.Ordinal) && followed++ < MostLinks)
            {
                await OpenAsync(to);
            }
        }
    }

    private async Task SendAsync(string name, PageResponse form)
    {
        if (form.Location!.Contains("handler=Out", StringComparison.Ordinal) || form.Location.Contains("sign-in", StringComparison.Ordinal))
        {
            return;
        }

        var answer = await browser.PostAsync(form.Location, FieldsOf(form.Body));
        Keep($"form {name}", answer);
        if (answer.Location is { } next && next.StartsWith('/'))
        {
            Keep($"form {name}, then {next}", await browser.OpenAsync(next));
        }
    }

    // An id that was in the request may come back in links, which reveals nothing.
    private void Keep(string where, PageResponse answer)
    {
        var headers = string.Join('\n', answer.Headers.Select(header => $"{header.Key}: {header.Value}"));
        var text = $"{MachineTime.Remove(headers, TimeProvider.System)}\n{answer.Body}";
        var isOwnerRequested = where.Contains(owner, StringComparison.Ordinal);
        seen.Add(new CrawledText(role, where, isOwnerRequested ? text.Replace(owner, "asked", StringComparison.OrdinalIgnoreCase) : text));
    }

    private IEnumerable<string> PathsOf(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        string[] values = endpoint.RoutePattern.Parameters.Count == 0 ? [""] : ["everybody", owner, "base.css"];
        return values.Select(value => Parameter().Replace(pattern, value)).Distinct();
    }

    private static Dictionary<string, string> FieldsOf(string form)
    {
        var fields = new Dictionary<string, string>();
        foreach (Match tag in Tags().Matches(form))
        {
            if (Name().Match(tag.Value) is { Success: true } name)
            {
                fields.TryAdd(name.Groups[1].Value, WebUtility.HtmlDecode(Value().Match(tag.Value).Groups[1].Value));
            }
        }

        return fields;
    }

    [GeneratedRegex(
        """<form(?=[^>]*method="post")[^>]*?(?:action="(?<action>[^"]*)")?[^>]*>.*?</form>""",
        RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Forms();

    [GeneratedRegex("""href="(/[^"#]*)""")]
    private static partial Regex Links();

    [GeneratedRegex("<(?:input|select|textarea|button)[^>]*>(?:[^<]*<option[^>]*>)?")]
    private static partial Regex Tags();

    [GeneratedRegex("""\sname="([^"]*)""")]
    private static partial Regex Name();

    [GeneratedRegex("""\svalue="([^"]*)""")]
    private static partial Regex Value();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
