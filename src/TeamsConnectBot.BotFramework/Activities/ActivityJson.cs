using System.Globalization;
using Microsoft.Rest.Serialization;
using Newtonsoft.Json;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>
/// Serializes the SDK's types as the SDK does, except that text stays text. With its own settings, anything in free data
/// (<c>channelData</c>, a card's <c>data</c>) that looks like a date is parsed as one and written back in another time zone.
/// </summary>
internal static class ActivityJson
{
    // Shared, because building the contracts costs more than reading hundreds of activities.
    private static readonly ReadOnlyJsonContractResolver Contracts = new();

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(Configure(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        // '$ref' and the like in free data are plain data from the client.
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        MaxDepth = 64,
        Converters = [new Iso8601TimeSpanConverter()],
    }));

    /// <summary>Applies our changes to settings of the SDK.</summary>
    public static JsonSerializerSettings Configure(JsonSerializerSettings settings)
    {
        settings.ContractResolver = Contracts;
        settings.DateParseHandling = DateParseHandling.None;
        return settings;
    }

    /// <exception cref="JsonException">The JSON does not match the type.</exception>
    public static T? Read<T>(TextReader json)
    {
        using var reader = new JsonTextReader(json);
        return Serializer.Deserialize<T>(reader);
    }

    public static string Write(object value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Serializer.Serialize(text, value);
        return text.ToString();
    }
}
