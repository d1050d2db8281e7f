using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Changes;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Undoes the last change here.</summary>
internal sealed class UndoCommand(Database database, Decisions decisions, RitualChanges changes) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["nl"] = ["herstel", "ongedaan maken"],
        ["en"] = ["undo"],
    };

    public override IReadOnlyDictionary<string, string> Help { get; } = new Dictionary<string, string>
    {
        ["nl"] = "de laatste verandering ongedaan maken, 24 uur lang",
        ["en"] = "undo the last change, for 24 hours",
    };

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (refusal, byVote) = await decisions.StandingAsync(turn, Words[turn.Visitor.Texts.Language][0], cancellationToken);
        return refusal ?? (byVote
            ? new RitualNoticeCard(RitualNotice.NothingToUndo)
            : await database.WriteAsync(
                async db => await LastAsync(db, turn.Space, cancellationToken) is { } last
                    ? await changes.UndoAsync(db, last, turn.Visitor.InPrivate, cancellationToken)
                    : new RitualNoticeCard(RitualNotice.NothingToUndo),
                cancellationToken));
    }

    // The one that left its ritual as it now is; of two made in the same moment that is the later.
    private static async Task<RitualChange?> LastAsync(ConnectDb db, Space space, CancellationToken cancellationToken)
    {
        var changes = await db.RitualChanges.Where(change => !change.IsUndone && change.PersonId != null)
            .Join(db.Rituals.Where(ritual => ritual.SpaceId == space.Id), change => change.RitualId, ritual => ritual.Id, (change, ritual) => new { Change = change, Ritual = ritual })
            .OrderByDescending(pair => pair.Change.At).ToListAsync(cancellationToken);
        return changes.Find(pair => pair.Ritual.Plan == pair.Change.After)?.Change;
    }
}
