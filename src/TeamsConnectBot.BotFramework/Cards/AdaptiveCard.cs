using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newtonsoft.Json.Linq;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>
/// An Adaptive Card of schema 1.5, the newest version a bot may send in Teams. This model contains only the parts of the schema that are
/// used, under the schema's own names.
/// </summary>
public sealed record AdaptiveCard
{
    /// <summary>The content type of an attachment that contains a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The maximum size of a card in bytes of UTF-8: 28 KB, below every limit Teams has had for a card.</summary>
    public const int MaxBytes = 28 * 1024;

    /// <summary>Always <c>AdaptiveCard</c>.</summary>
    [JsonPropertyOrder(-3)]
    public string Type { get; } = "AdaptiveCard";

    /// <summary>The schema's address; renderers do not fetch it.</summary>
    [JsonPropertyName("$schema"), JsonPropertyOrder(-2)]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    /// <summary>Always <c>1.5</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.5";

    /// <summary>The language of the text, such as <c>nl</c>; determines a screen reader's voice.</summary>
    public required string Lang { get; init; }

    /// <summary>Shown by a client that cannot render the card.</summary>
    public string? FallbackText { get; init; }

    /// <summary>The card's content, from top to bottom. Buttons go into an <see cref="ActionSet"/>.</summary>
    public required IReadOnlyList<CardElement> Body { get; init; }

    /// <summary>The card as JSON.</summary>
    /// <exception cref="CardTooLargeException">The card is larger than <see cref="MaxBytes"/>.</exception>
    public string ToJson()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, BotJson.Cards);
        return json.Length <= MaxBytes ? Encoding.UTF8.GetString(json) : throw new CardTooLargeException(json.Length);
    }

    /// <summary>The card as a message.</summary>
    /// <param name="summary">The notification's text. Others may see it, so it must not reveal anything personal.</param>
    /// <exception cref="CardTooLargeException">The card is larger than <see cref="MaxBytes"/>.</exception>
    public Activity ToMessage(string summary) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [new Attachment { ContentType = ContentType, Content = new JRaw(ToJson()) }],
    };

    /// <summary>Parses a card.</summary>
    /// <exception cref="JsonException">The JSON contains something this model does not have.</exception>
    public static AdaptiveCard Parse(string json) =>
        JsonSerializer.Deserialize<AdaptiveCard>(json, BotJson.Options) ?? throw new JsonException("The card is null.");
}
