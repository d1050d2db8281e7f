using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using TeamsConnectBot.BotFramework.Cards.Actions;
using TeamsConnectBot.BotFramework.Cards.Elements;
using CardAction = TeamsConnectBot.BotFramework.Cards.Actions.CardAction;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>An Adaptive Card of schema 1.5, the newest a bot may send in Teams.</summary>
public sealed record AdaptiveCard
{
    /// <summary>The content type of an attachment that holds a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The most bytes of UTF-8 a card may take: 28 KB, below every limit Teams has had for a card.</summary>
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

    /// <summary>The language of the text, such as <c>nl</c>: a screen reader chooses its voice by it.</summary>
    public required string Lang { get; init; }

    /// <summary>Shown by a client that cannot draw the card.</summary>
    public string? FallbackText { get; init; }

    /// <summary>What is on the card, from top to bottom.</summary>
    public required IReadOnlyList<CardElement> Body { get; init; }

    /// <summary>Buttons at the foot of the card; null for none. Teams advises at most six, three is better.</summary>
    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>What only Teams understands: the card's width.</summary>
    public TeamsCardProperties? Msteams { get; init; }

    /// <summary>The card as JSON.</summary>
    /// <exception cref="CardTooLargeException">The card takes more than <see cref="MaxBytes"/>.</exception>
    public string ToJson() => System.Text.Encoding.UTF8.GetString(ToUtf8());

    /// <summary>The card as an attachment of a message.</summary>
    /// <exception cref="CardTooLargeException">The card takes more than <see cref="MaxBytes"/>.</exception>
    public Attachment ToAttachment() => new() { ContentType = ContentType, Content = new JRaw(ToJson()) };

    /// <summary>The card as a message of its own.</summary>
    /// <param name="summary">What the notification shows. Others may look over a shoulder: it gives nothing away.</param>
    /// <exception cref="CardTooLargeException">The card takes more than <see cref="MaxBytes"/>.</exception>
    public Activity ToMessage(string summary) =>
        new() { Type = ActivityTypes.Message, Summary = summary, Attachments = [ToAttachment()] };

    /// <summary>How many bytes of UTF-8 the card takes, also when that is too many.</summary>
    public int SizeInBytes() => JsonSerializer.SerializeToUtf8Bytes(this, BotJson.Options).Length;

    /// <summary>Reads a card back from JSON.</summary>
    /// <exception cref="JsonException">The JSON holds something this model does not have.</exception>
    public static AdaptiveCard Parse(string json) =>
        JsonSerializer.Deserialize<AdaptiveCard>(json, BotJson.Options) ?? throw new JsonException("The card is null.");

    private byte[] ToUtf8()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, BotJson.Options);
        return json.Length <= MaxBytes ? json : throw new CardTooLargeException(json.Length);
    }
}
