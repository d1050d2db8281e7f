using System.Text.Json;
using TeamsConnectBot.BotFramework.Turns;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Conversations;

/// <summary>A click on a card. Only the sender is certain; everything else comes from the client and must be checked.</summary>
/// <param name="Ref">The row the card claims to be about, with the card's secret.</param>
/// <param name="Data">The button's data and the card's inputs.</param>
/// <param name="ActivityId">The message that contains the card.</param>
internal sealed record Click(ActivitySender Sender, string Verb, CardRef Ref, JsonElement Data = default, string? ActivityId = null)
{
    public string PersonId => Sender.PersonId;

    public Texts Texts => Sender.Texts;

    // An id that is not a GUID refers to no row.
    public static Click Of(CardClick click, ActivitySender sender) => new(
        sender,
        click.Verb,
        new CardRef(Guid.TryParse(click.Text("id"), out var id) ? id : Guid.Empty, click.Text("nonce") ?? ""),
        click.Data,
        click.CardActivityId);

    public string? Input(string key) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>Indexes such as <c>0,2</c>; null when one of them is not an index below <paramref name="count"/>.</summary>
    public IReadOnlyList<int>? Indexes(string key, int count)
    {
        var parts = (Input(key) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var indexes = parts.Select(part => int.TryParse(part, out var index) && index >= 0 && index < count ? index : -1)
            .Distinct().Order().ToList();
        return indexes.Contains(-1) ? null : indexes;
    }
}

/// <summary>What a click is answered with. A card alone replaces the clicked one for the person who clicked.</summary>
/// <param name="Card">The answer.</param>
/// <param name="ForAll">Whether it replaces the clicked card for everybody in the channel or group chat.</param>
/// <param name="KeepsCard">Whether the clicked card stays and the answer is only shown as a line of text.</param>
internal sealed record ClickAnswer(Card Card, bool ForAll = false, bool KeepsCard = false)
{
    public static implicit operator ClickAnswer(Card card) => new(card);
}
