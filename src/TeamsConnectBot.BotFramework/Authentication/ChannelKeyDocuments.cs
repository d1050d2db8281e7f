using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>Fetches the channel's OpenID metadata and the keys it names.</summary>
internal sealed class ChannelKeyDocuments(HttpClient http, Uri metadata)
{
    public async Task<IReadOnlyDictionary<string, ChannelKey>> FetchAsync(CancellationToken cancellationToken)
    {
        using var description = await GetAsync(metadata, cancellationToken);
        if (!description.RootElement.TryGetProperty("jwks_uri", out var address)
            || !Uri.TryCreate(address.GetString(), UriKind.Absolute, out var keys)
            || !IsSafe(keys))
            throw new JsonException("The OpenID metadata names no usable jwks_uri.");

        using var set = await GetAsync(keys, cancellationToken);
        return Read(set.RootElement);
    }

    internal static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static Dictionary<string, ChannelKey> Read(JsonElement set)
    {
        var keys = new Dictionary<string, ChannelKey>(StringComparer.Ordinal);
        foreach (var entry in set.GetProperty("keys").EnumerateArray())
        {
            var key = new JsonWebKey(entry.GetRawText());
            if (key is not { Kid.Length: > 0, Kty: JsonWebAlgorithmsKeyTypes.RSA, Use: null or "" or "sig" }) continue;
            keys[key.Kid] = new ChannelKey(key, Endorsements(entry));
        }

        return keys.Count > 0 ? keys : throw new JsonException("The key set holds no signing key.");
    }

    private static HashSet<string> Endorsements(JsonElement key) =>
        key.TryGetProperty("endorsements", out var channels) && channels.ValueKind is JsonValueKind.Array
            ? channels.EnumerateArray().Where(c => c.ValueKind is JsonValueKind.String).Select(c => c.GetString()!).ToHashSet()
            : [];

    private async Task<JsonDocument> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(address, cancellationToken);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}
