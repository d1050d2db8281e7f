using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>Something said about an activity, such as <c>mention</c> or <c>clientInfo</c>.</summary>
public sealed record Entity
{
    /// <summary>What kind it is.</summary>
    public string? Type { get; init; }

    /// <summary>A mention: the text that stands for it, such as <c>&lt;at&gt;Name&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary>A mention: who.</summary>
    public ChannelAccount? Mentioned { get; init; }

    /// <summary>Client information: the time zone, as an IANA name.</summary>
    public string? Timezone { get; init; }

    /// <summary>Client information: the language.</summary>
    public string? Locale { get; init; }

    /// <summary>Everything this model does not know, kept as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }
}
