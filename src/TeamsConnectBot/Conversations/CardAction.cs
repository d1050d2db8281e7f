using System.Text.Json;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Conversations;

/// <summary>A click on a card. Who clicked comes from the channel; everything else in it is only a claim.</summary>
/// <param name="PersonId">The Entra object id of whoever clicked.</param>
/// <param name="Ref">Which row the card says it is about, with the card's secret.</param>
/// <param name="Data">The button's data and the card's inputs.</param>
/// <param name="ActivityId">The message with the card.</param>
/// <param name="Texts">The words of whoever clicked.</param>
internal sealed record Click(string PersonId, string Verb, CardRef Ref, JsonElement Data, string? ActivityId, Texts Texts)
{
    public string? Input(string key) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Indexes such as <c>0,2</c>; null when anything in it is not an index below the count.</summary>
    public IReadOnlyList<int>? Indexes(string key, int count)
    {
        var parts = (Input(key) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var indexes = parts.Select(part => int.TryParse(part, out var index) && index >= 0 && index < count ? index : -1).Distinct().Order().ToList();
        return indexes.Contains(-1) ? null : indexes;
    }
}

/// <summary>What buttons do. One class for the buttons of one thing; the answer is the card that replaces the clicked one.</summary>
internal abstract class CardAction
{
    public abstract IReadOnlyList<string> Verbs { get; }

    public abstract Task<Card> HandleAsync(Click click, CancellationToken cancellationToken);

    protected static Card Gone { get; } = new StateCard(CardState.Gone);

    protected static Card NotYours { get; } = new StateCard(CardState.NotYours);
}
