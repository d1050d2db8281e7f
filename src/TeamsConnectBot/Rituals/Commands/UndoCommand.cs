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
                    ? await changes.UndoAsync(db, last, cancellationToken)
                    : new RitualNoticeCard(RitualNotice.NothingToUndo),
                cancellationToken));
    }

    private static Task<RitualChange?> LastAsync(ConnectDb db, Space space, CancellationToken cancellationToken) => db.RitualChanges
        .Where(change => !change.IsUndone && change.PersonId != null && db.Rituals.Any(ritual => ritual.Id == change.RitualId && ritual.SpaceId == space.Id))
        .OrderByDescending(change => change.At).ThenByDescending(change => change.Id).FirstOrDefaultAsync(cancellationToken);
}
