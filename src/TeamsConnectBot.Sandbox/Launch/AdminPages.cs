using System.Net;
using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>The service's admin page as one person's browser uses it, over HTTP, signed in at the sandbox's Entra.</summary>
internal sealed partial class AdminPages(Uri service) : IDisposable
{
    // The service's cookies are for secure connections only. Browsers make an exception for loopback, which .NET's own handler doesn't.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private string formToken = "";

    /// <summary>Signs in, choosing this person's account, and opens a page.</summary>
    /// <returns>The page's HTML.</returns>
    public async Task<string> SignInAsync(Person person, string page, CancellationToken cancellation)
    {
        var entra = await RedirectedAsync(new Uri(service, "/admin/sign-in/microsoft?back=" + page), cancellation);
        var account = new Uri($"{entra}&login_hint={Uri.EscapeDataString(person.UserPrincipalName)}");
        using var chosen = await http.GetAsync(account, cancellation);
        return await OpenAsync(
            await RedirectedAsync(chosen.Headers.Location ?? throw Unexpected(chosen), cancellation), cancellation);
    }

    /// <summary>Opens a page when signed in.</summary>
    /// <returns>The page's HTML.</returns>
    public Task<string> OpenAsync(string page, CancellationToken cancellation) => OpenAsync(new Uri(service, page), cancellation);

    /// <summary>Submits a form of the page that is open.</summary>
    public async Task SubmitAsync(string action, CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service, action))
        {
            Content = new FormUrlEncodedContent(
                [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", formToken)]),
        };
        using var response = await SendAsync(request, cancellation);
        if (response.StatusCode != HttpStatusCode.Redirect)
        {
            throw Unexpected(response);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<string> OpenAsync(Uri page, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        using var response = await SendAsync(request, cancellation);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw Unexpected(response);
        }

        var html = await response.Content.ReadAsStringAsync(cancellation);
        formToken = FormToken().Match(html).Groups["token"].Value;
        return html;
    }

    private async Task<Uri> RedirectedAsync(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await SendAsync(request, cancellation);
        return new Uri(service, response.Headers.Location ?? throw Unexpected(response));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await http.SendAsync(request, cancellation);
        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var parts = set.Split(';')[0].Split('=', 2);
            cookies[parts[0]] = parts[1];
        }

        return response;
    }

    private static InvalidOperationException Unexpected(HttpResponseMessage response) =>
        new($"The admin page answered {(int)response.StatusCode} to {response.RequestMessage?.RequestUri}.");

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex FormToken();
}
