using System.Text.Json;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Rituals.Spaces;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>A click on a card about rituals. Who clicked comes from the channel; everything else is only a claim.</summary>
internal sealed record SpaceClick(Visitor Visitor, string Verb, CardRef Ref, JsonElement Data)
{
    public string? Input(string key) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>What a click is answered with.</summary>
/// <param name="Card">Replaces the clicked card for whoever clicked.</param>
/// <param name="ForAll">Whether everybody in the channel is to see it in place of the clicked card.</param>
/// <param name="KeepsCard">Whether the clicked card stays and the answer is only said.</param>
internal sealed record SpaceAnswer(Card Card, bool ForAll = false, bool KeepsCard = false);

/// <summary>What buttons on cards about rituals do. One class for the buttons of one thing.</summary>
internal abstract class SpaceAction
{
    public abstract IReadOnlyList<string> Verbs { get; }

    public abstract Task<SpaceAnswer> HandleAsync(SpaceClick click, CancellationToken cancellationToken);
}
