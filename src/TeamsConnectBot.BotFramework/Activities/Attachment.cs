using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Activities;

/// <summary>A card or file with a message.</summary>
public sealed record Attachment
{
    /// <summary>What it is; for a card <see cref="Cards.AdaptiveCard.ContentType"/>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The card itself.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>Where a file is.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>The name of a file.</summary>
    public string? Name { get; init; }

    /// <summary>Everything this model does not know, kept as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }
}
