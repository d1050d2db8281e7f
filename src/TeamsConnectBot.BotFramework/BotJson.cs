using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsConnectBot.BotFramework.Cards;

namespace TeamsConnectBot.BotFramework;

/// <summary>How cards and error responses become JSON and back.</summary>
public static class BotJson
{
    /// <summary>
    /// Names and enum values in camelCase, and no nulls. The result is sent as a JSON body and never embedded in HTML, so only what JSON
    /// itself requires is escaped: otherwise a card with emoji would triple in size.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowOutOfOrderMetadataProperties = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>
    /// The same for writing cards, with the compiler's own description of them, which is there without inspecting each type. It would read
    /// a value that is left out as null instead of as its default.
    /// </summary>
    internal static JsonSerializerOptions Cards { get; } = new(Options) { TypeInfoResolver = CardJson.Default };
}
