using Microsoft.Rest.Serialization;
using Newtonsoft.Json;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>
/// How the SDK's types become JSON and back: as the SDK does it, but text stays text. By its own settings whatever looks like a
/// date in free data (<c>channelData</c>, a card's <c>data</c>) is read as one and written back in another zone.
/// </summary>
internal static class ActivityJson
{
    /// <summary>Kept: working out how the types look in JSON costs more than reading hundreds of activities.</summary>
    private static readonly ReadOnlyJsonContractResolver Contracts = new();

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(Configure(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        // '$ref' and the like in free data are a client's words.
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        MaxDepth = 64,
        Converters = [new Iso8601TimeSpanConverter()],
    }));

    /// <summary>Settings of the SDK, with what is ours.</summary>
    public static JsonSerializerSettings Configure(JsonSerializerSettings settings)
    {
        settings.ContractResolver = Contracts;
        settings.DateParseHandling = DateParseHandling.None;
        return settings;
    }

    /// <exception cref="JsonException">The JSON does not fit the type.</exception>
    public static T? Read<T>(TextReader json)
    {
        using var reader = new JsonTextReader(json);
        return Serializer.Deserialize<T>(reader);
    }

    public static string Write(object value)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        Serializer.Serialize(text, value);
        return text.ToString();
    }
}
