using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.BotFramework.Authentication;

/// <summary>Fetches the channel's OpenID metadata and the key set it refers to.</summary>
internal sealed class ChannelKeyDocuments(HttpClient http, Uri metadata)
{
    public async Task<IReadOnlyDictionary<string, ChannelKey>> FetchAsync(CancellationToken cancellationToken)
    {
        using var description = await GetAsync(metadata, cancellationToken);
        if (!description.RootElement.TryGetProperty("jwks_uri", out var address)
            || !Uri.TryCreate(address.GetString(), UriKind.Absolute, out var keySet)
            || !IsSafe(keySet))
        {
            throw new JsonException("The OpenID metadata has no usable jwks_uri.");
        }

        using var set = await GetAsync(keySet, cancellationToken);
        var keys = new Dictionary<string, ChannelKey>(StringComparer.Ordinal);
        foreach (var entry in set.RootElement.GetProperty("keys").EnumerateArray())
        {
            var key = new JsonWebKey(entry.GetRawText());
            if (key is { Kid.Length: > 0, Kty: JsonWebAlgorithmsKeyTypes.RSA, Use: null or "" or "sig" })
            {
                keys[key.Kid] = new ChannelKey(key, Endorsements(entry));
            }
        }

        return keys.Count > 0 ? keys : throw new JsonException("The key set has no signing key.");
    }

    internal static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static HashSet<string> Endorsements(JsonElement key) =>
        key.TryGetProperty("endorsements", out var channels) && channels.ValueKind is JsonValueKind.Array
            ? [.. channels.EnumerateArray().Where(c => c.ValueKind is JsonValueKind.String).Select(c => c.GetString()!)]
            : [];

    private async Task<JsonDocument> GetAsync(Uri address, CancellationToken cancellationToken) =>
        JsonDocument.Parse(await http.GetByteArrayAsync(address, cancellationToken));
}
