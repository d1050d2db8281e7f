using System.Net;
using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>
/// A browser's worth of HTTP: redirects and forms. Its cookies go back over plain loopback, 'Secure' or not, as in browsers, which
/// .NET's own cookie container does not do.
/// </summary>
internal sealed partial class AdminBrowser(Uri service, Uri authorize) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A body that is announced first is sent only when it is asked for.
        Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
    });

    private readonly Dictionary<string, string> cookies = [];

    /// <summary>Every cookie as it was set last, with its attributes.</summary>
    public Dictionary<string, string> CookiesAsSet { get; } = [];

    public string Language { get; init; } = "en";

    /// <summary>How much of its cookies goes with every request.</summary>
    public int CookieBytes => cookies.Sum(cookie => cookie.Key.Length + cookie.Value.Length);

    public async Task<PageResponse> GetAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(service, path)));

    /// <summary>Follows redirects within the service; one that leads to Entra is given back.</summary>
    public async Task<PageResponse> OpenAsync(string path)
    {
        var answer = await GetAsync(path);
        while (answer.Location is { } next && new Uri(service, next) is var target && target.Authority == service.Authority)
        {
            answer = await GetAsync(target.PathAndQuery);
        }

        return answer;
    }

    /// <summary>Where Entra sends the browser back to, with its code, when a person is chosen.</summary>
    public async Task<string> ChooseAsync(Person person, string back = "/admin")
    {
        var start = await GetAsync("/admin/sign-in/microsoft?back=" + Uri.EscapeDataString(back));
        Assert.That(start.Location, Does.StartWith(authorize.ToString()), start.Body);
        using var response = await http.GetAsync(new Uri($"{start.Location}&login_hint={Uri.EscapeDataString(person.UserPrincipalName)}"));
        return response.Headers.Location?.PathAndQuery ?? await response.Content.ReadAsStringAsync();
    }

    /// <summary>Signs in, and gives the page that comes after it.</summary>
    public async Task<PageResponse> SignInAsync(Person person, string back = "/admin") => await OpenAsync(await ChooseAsync(person, back));

    /// <summary>Sends a page's form, with the hidden fields it has.</summary>
    /// <param name="page">The page as it was opened.</param>
    /// <param name="handler">What the form's address ends in, such as <c>handler=Out</c>.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task<PageResponse> SubmitAsync(PageResponse page, string handler, params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(page.Body).FirstOrDefault(form => WebUtility.HtmlDecode(form.Groups["action"].Value).EndsWith(handler, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No form to '{handler}' on:\n{page.Body}");
        var values = Hidden().Matches(form.Value).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return await PostAsync(WebUtility.HtmlDecode(form.Groups["action"].Value), values);
    }

    public async Task<PageResponse> PostAsync(string path, IReadOnlyDictionary<string, string> fields) => await SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(service, path)) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Sends a form in which a field comes more than once.</summary>
    public async Task<PageResponse> PostManyAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) => await SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(service, path)) { Content = new FormUrlEncodedContent(fields) });

    public async Task<PageResponse> UploadAsync(string path, string formToken, string name, string content) => await SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(service, path))
        {
            Content = new MultipartFormDataContent { { new StringContent(formToken), "__RequestVerificationToken" }, { new StringContent(content), "file", name } },
        });

    /// <summary>Announces a body and waits to be asked for it, as browsers' larger relatives do.</summary>
    public async Task<PageResponse> AnnounceAsync(string path, HttpContent content) => await SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(service, path)) { Content = content, Headers = { ExpectContinue = true } });

    /// <summary>Another browser with the same cookies.</summary>
    public AdminBrowser Copy()
    {
        var copy = new AdminBrowser(service, authorize) { Language = Language };
        foreach (var (name, value) in cookies)
        {
            copy.cookies[name] = value;
        }

        return copy;
    }

    public void Forget(string cookie) => cookies.Remove(cookie);

    public bool Has(string cookie) => cookies.ContainsKey(cookie);

    public void Dispose() => http.Dispose();

    private async Task<PageResponse> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            request.Headers.Add("Accept-Language", Language);
            using var response = await http.SendAsync(request);
            foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
            {
                Keep(set);
            }

            return new PageResponse(
                response.StatusCode,
                response.Headers.Location?.ToString(),
                response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
                await response.Content.ReadAsStringAsync());
        }
    }

    private void Keep(string set)
    {
        var (name, value) = set.Split(';')[0].Split('=', 2) is [var first, var second] ? (first, second) : (set, "");
        CookiesAsSet[name] = set;
        if (value.Length == 0)
        {
            cookies.Remove(name);
        }
        else
        {
            cookies[name] = value;
        }
    }

    [GeneratedRegex("""<form[^>]*?(?:action="(?<action>[^"]*)")[^>]*>.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input(?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""")]
    private static partial Regex Hidden();
}

/// <summary>What came back.</summary>
internal sealed record PageResponse(HttpStatusCode Status, string? Location, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    /// <summary>The page's text, without markup.</summary>
    public string Text => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(Body, "<[^>]+>", " ")), @"\s+", " ");
}
