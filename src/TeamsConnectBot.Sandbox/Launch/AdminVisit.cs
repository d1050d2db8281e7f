using System.Net;
using System.Text.RegularExpressions;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Launch;

/// <summary>Somebody who signs in to the admin page and submits its forms, over HTTP as a browser without scripts does.</summary>
internal sealed partial class AdminVisit : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    // .NET's own cookie container would not send the page's secure cookies over plain HTTP to loopback.
    private readonly Dictionary<string, string> cookies = [];
    private readonly Uri service;

    private AdminVisit(Uri service) => this.service = service;

    public static async Task<AdminVisit> SignInAsync(SandboxServer tenant, Person person, CancellationToken cancellation)
    {
        var service = tenant.Channel.Service ?? throw new InvalidOperationException("No service is connected to the sandbox yet.");
        var visit = new AdminVisit(service);
        var (_, entra) = await visit.SendAsync(HttpMethod.Get, "/admin/sign-in/microsoft?back=/admin", null, cancellation);
        using var chosen = await visit.http.GetAsync(
            new Uri($"{entra}&login_hint={Uri.EscapeDataString(person.UserPrincipalName)}"), cancellation);
        _ = await visit.SendAsync(HttpMethod.Get, chosen.Headers.Location!.PathAndQuery, null, cancellation);
        return visit;
    }

    public async Task<string> OpenAsync(string path, CancellationToken cancellation) =>
        (await SendAsync(HttpMethod.Get, path, null, cancellation)).Body;

    /// <summary>Submits a form of a page.</summary>
    public async Task SubmitAsync(
        string path, string handler, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        var token = FormToken().Match(await OpenAsync(path, cancellation)).Groups["token"].Value;
        var all = fields.Append(new("__RequestVerificationToken", token));
        _ = await SendAsync(HttpMethod.Post, $"{path}?handler={handler}", new FormUrlEncodedContent(all), cancellation);
    }

    public void Dispose() => http.Dispose();

    private async Task<(string Body, string? Location)> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(service, path)) { Content = content };
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        using var response = await http.SendAsync(request, cancellation);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
        {
            throw new InvalidOperationException($"The admin page answered {method} {path} with {(int)response.StatusCode}.");
        }

        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            var cookie = set.Split(';')[0].Split('=', 2);
            cookies[cookie[0]] = cookie[1];
        }

        return (await response.Content.ReadAsStringAsync(cancellation), response.Headers.Location?.ToString());
    }

    [GeneratedRegex("""__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""")]
    private static partial Regex FormToken();
}
