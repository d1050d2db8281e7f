using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Tests.Admin;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>
/// Asks every endpoint the service has, whoever mapped it, with every method it takes; follows the links of the pages that come
/// back, and sends their forms as they stand.
/// </summary>
internal sealed partial class PageCrawler(PlantedWorld world, Visitor visitor, string role)
{
    private const int MostLinks = 40;

    private static readonly string[] Queries = ["", "?since=2026-01-01&pool=everyone&one=1&other=1"];
    private static readonly string[] AllMethods = ["GET", "POST"];

    private readonly string owner = world.Owner.ObjectId.ToString();
    private readonly List<Seen> seen = [];
    private readonly HashSet<string> opened = [];
    private readonly HashSet<string> gavePage = [];
    private int followed;
    private readonly Dictionary<string, Answer> forms = [];

    /// <summary>The endpoints that gave a page.</summary>
    public IEnumerable<string> Answered => EndpointsOf(world.Inner).Where(endpoint => PathsOf(endpoint).Any(gavePage.Contains)).Select(endpoint => endpoint.RoutePattern.RawText!);

    public static IReadOnlyList<RouteEndpoint> EndpointsOf(PrivacyWorld world) =>
        [.. world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public async Task<IReadOnlyList<Seen>> CrawlAsync()
    {
        foreach (var endpoint in EndpointsOf(world.Inner))
        {
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } some ? some : AllMethods;
            foreach (var path in PathsOf(endpoint))
            {
                await AskAsync(endpoint, path, methods);
            }
        }

        foreach (var (form, page) in forms.ToList())
        {
            await SendAsync(form, page);
        }

        return seen;
    }

    private async Task AskAsync(RouteEndpoint endpoint, string path, IReadOnlyList<string> methods)
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
            Keep($"POST {path}", await visitor.PostAsync(path, new Dictionary<string, string>()));
        }
    }

    private async Task OpenAsync(string path)
    {
        if (!opened.Add(path))
        {
            return;
        }

        // Sent elsewhere, such as to sign in, is not answered.
        var answer = await visitor.GetAsync(path);
        if (answer.Status == HttpStatusCode.OK)
        {
            gavePage.Add(path);
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
            // The language would change under the crawl; both are crawled on their own.
            if (!to.StartsWith("/admin/language", StringComparison.Ordinal) && followed++ < MostLinks)
            {
                await OpenAsync(to);
            }
        }
    }

    private async Task SendAsync(string name, Answer form)
    {
        if (form.Location!.Contains("handler=Out", StringComparison.Ordinal) || form.Location.Contains("sign-in", StringComparison.Ordinal))
        {
            return;
        }

        var answer = await visitor.PostAsync(form.Location, FieldsOf(form.Body));
        Keep($"form {name}", answer);
        if (answer.Location is { } next && next.StartsWith('/'))
        {
            Keep($"form {name}, then {next}", await visitor.OpenAsync(next));
        }
    }

    // What was asked for comes back in links; that tells nothing.
    private void Keep(string where, Answer answer) => seen.Add(new Seen(
        role, where, $"{MachineTime.LeftOut(string.Join('\n', answer.Headers.Select(header => $"{header.Key}: {header.Value}")), TimeProvider.System)}\n{answer.Body}"
            .Replace(where.Contains(owner, StringComparison.Ordinal) ? owner : "\0", "asked", StringComparison.OrdinalIgnoreCase)));

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

    [GeneratedRegex("""<form(?=[^>]*method="post")[^>]*?(?:action="(?<action>[^"]*)")?[^>]*>.*?</form>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
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
