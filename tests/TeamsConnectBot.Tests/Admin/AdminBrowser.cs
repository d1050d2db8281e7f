using System.Net;
using System.Text.RegularExpressions;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>
/// A minimal browser that follows redirects and submits forms. Like real browsers, and unlike .NET's cookie container, it sends 'Secure'
/// cookies over plain HTTP to loopback addresses.
/// </summary>
internal sealed partial class AdminBrowser(Uri service, Uri authorize) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // This is long enough that a body is never sent before the server asks for it.
        Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
    });

    private readonly Dictionary<string, string> cookies = [];

    /// <summary>The most recent 'Set-Cookie' value of each cookie, with its attributes.</summary>
    public Dictionary<string, string> CookiesAsSet { get; } = [];

    public string Language { get; init; } = "en";

    /// <summary>The size of the cookies that are sent with every request.</summary>
    public int CookieBytes => cookies.Sum(cookie => cookie.Key.Length + cookie.Value.Length);

    public async Task<PageResponse> GetAsync(string path) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(service, path)));

    /// <summary>Gets a page, following redirects within the service; a redirect to Entra is returned.</summary>
    public async Task<PageResponse> OpenAsync(string path)
    {
        var answer = await GetAsync(path);
        while (answer.Location is { } next && new Uri(service, next) is var target && target.Authority == service.Authority)
        {
            answer = await GetAsync(target.PathAndQuery);
        }

        return answer;
    }

    /// <summary>Starts signing in and chooses an account at Entra.</summary>
    /// <returns>The address, with its code, that Entra redirects the browser to.</returns>
    public async Task<string> ChooseAccountAsync(Person person, string back = "/admin")
    {
        var start = await GetAsync("/admin/sign-in/microsoft?back=" + Uri.EscapeDataString(back));
        Assert.That(start.Location, Does.StartWith(authorize.ToString()), start.Body);
        using var response = await http.GetAsync(new Uri($"{start.Location}&login_hint={Uri.EscapeDataString(person.UserPrincipalName)}"));
        return response.Headers.Location?.PathAndQuery ?? await response.Content.ReadAsStringAsync();
    }

    /// <summary>Signs in.</summary>
    /// <returns>The page that is shown after signing in.</returns>
    public async Task<PageResponse> SignInAsync(Person person, string back = "/admin") =>
        await OpenAsync(await ChooseAccountAsync(person, back));

    /// <summary>Submits a form of a page, including its hidden fields.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="handler">The end of the form's action, such as <c>handler=Out</c>.</param>
    /// <param name="fields">The fields to fill in.</param>
    public async Task<PageResponse> SubmitAsync(PageResponse page, string handler, params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(page.Body)
            .FirstOrDefault(form => WebUtility.HtmlDecode(form.Groups["action"].Value).EndsWith(handler, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The page has no form for '{handler}':\n{page.Body}");
        var values = Hidden().Matches(form.Value)
            .ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        var isMultipart = form.Groups["tag"].Value.Contains("multipart/form-data", StringComparison.Ordinal);
        return await PostAsync(WebUtility.HtmlDecode(form.Groups["action"].Value), values, isMultipart);
    }

    public async Task<PageResponse> PostAsync(
        string path, IEnumerable<KeyValuePair<string, string>> fields, bool isMultipart = false) => await SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(service, path))
        {
            Content = isMultipart ? Multipart(fields) : new FormUrlEncodedContent(fields),
        });

    public async Task<PageResponse> UploadAsync(string path, string formToken, string name, string content) => await SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(service, path))
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent(formToken), "__RequestVerificationToken" }, { new StringContent(content), "file", name },
            },
        });

    /// <summary>Posts with 'Expect: 100-continue', so that the body is sent only if the server asks for it.</summary>
    public async Task<PageResponse> PostExpectingContinueAsync(string path, HttpContent content) => await SendAsync(
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

    public void DeleteCookie(string cookie) => cookies.Remove(cookie);

    public bool HasCookie(string cookie) => cookies.ContainsKey(cookie);

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
                response.Headers.Concat(response.Content.Headers)
                    .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
                await response.Content.ReadAsStringAsync());
        }
    }

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            // Browsers end each line of a value with two characters.
            content.Add(new StringContent(value.ReplaceLineEndings("\r\n")), name);
        }

        return content;
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

    [GeneratedRegex("""(?<tag><form[^>]*?(?:action="(?<action>[^"]*)")[^>]*>).*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input(?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""")]
    private static partial Regex Hidden();
}

/// <summary>The service's answer to a request of an <see cref="AdminBrowser"/>.</summary>
internal sealed record PageResponse(HttpStatusCode Status, string? Location, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    /// <summary>The antiforgery token of the page's forms.</summary>
    public string FormToken => Regex.Match(Body, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>The page's text, without markup.</summary>
    public string Text => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(Body, "<[^>]+>", " ")), @"\s+", " ");

    /// <summary>The message shown at a field of a refused form.</summary>
    public string NoteAt(string element) =>
        WebUtility.HtmlDecode(Regex.Match(Body, $"data-note-of=\"{element}\">([^<]*)<").Groups[1].Value);
}
