namespace TeamsConnectBot.BotFramework.Connector;

/// <summary>
/// The hosts a person's file may be uploaded to. The address comes from the person's Teams client, so without this list it could make the
/// bot send a request anywhere. An entry is a host, <c>host:port</c>, or <c>*.host</c> for every host below it.
/// </summary>
internal sealed class FileHostList(IReadOnlyList<string> entries)
{
    private const string Below = "*.";

    private readonly ServiceUrlAllowList exact = new(entries);
    private readonly List<string> suffixes =
    [
        .. entries.Select(entry => entry.Trim()).Where(entry => entry.StartsWith(Below, StringComparison.Ordinal))
            .Select(entry => entry[1..]),
    ];

    /// <summary>The address, if a file may go there; otherwise null.</summary>
    public Uri? Allowed(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (exact.AllowsHostOf(uri) || IsBelow(uri)) ? uri : null;

    private bool IsBelow(Uri uri) => uri is { Scheme: "https", Port: 443, UserInfo: "" }
        && suffixes.Exists(suffix => uri.Host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with an entry; null when it can be used.</summary>
    public static string? Problem(string entry)
    {
        var host = entry.Trim();
        host = host.StartsWith(Below, StringComparison.Ordinal) ? host[Below.Length..] : host;
        var isHost = Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var address)
            && address.Authority.Equals(host, StringComparison.OrdinalIgnoreCase)
            && (host.Contains('.', StringComparison.Ordinal) || address.IsLoopback);
        return isHost ? null : "it must be a host, host:port, or *. and a host, such as *.drive.example";
    }
}
