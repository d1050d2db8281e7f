using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Changes;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Undoes a change, if whoever clicks may decide.</summary>
internal sealed class UndoAction(Database database, Decisions decisions, DraftDesk drafts, RitualChanges changes) : SpaceAction
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.RitualUndo];

    public override async Task<SpaceAnswer> HandleAsync(SpaceClick click, CancellationToken cancellationToken)
    {
        var (change, space) = await database.ReadAsync(db => FindAsync(db, click, cancellationToken), cancellationToken);
        if (change is null || space is null)
        {
            return new SpaceAnswer(new RitualNoticeCard(RitualNotice.NothingToUndo), KeepsCard: true);
        }

        var turn = new RitualTurn(space, click.Visitor, "");
        if (await decisions.StandingAsync(turn, click.Visitor.Texts.Ritual.Done.Undo, cancellationToken) is ({ } refusal, _))
        {
            return new SpaceAnswer(refusal, KeepsCard: true);
        }

        var card = await database.WriteAsync<Card>(
            async db => await db.RitualChanges.FindAsync([change.Id], cancellationToken) is { } row
                ? await changes.UndoAsync(db, row, click.Visitor.InPrivate, drafts.ReaderOf(space, click.Visitor), cancellationToken)
                : new RitualNoticeCard(RitualNotice.NothingToUndo),
            cancellationToken);
        var undone = card is RitualNoticeCard { Notice: RitualNotice.Undone };
        return new SpaceAnswer(card, ForAll: undone, KeepsCard: !undone);
    }

    private static async Task<(RitualChange? Change, Space? Space)> FindAsync(ConnectDb db, SpaceClick click, CancellationToken cancellationToken)
    {
        if (await db.RitualChanges.FindAsync([click.Ref.Id], cancellationToken) is not { } change
            || !Nonce.Matches(change.Nonce, click.Ref.Nonce)
            || await db.Rituals.FindAsync([change.RitualId], cancellationToken) is not { } ritual)
        {
            return default;
        }

        return (change, await db.Spaces.FindAsync([ritual.SpaceId], cancellationToken));
    }
}
