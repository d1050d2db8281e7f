using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Changes;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Actions;

/// <summary>Undoes a change, if the sender may decide about the ritual.</summary>
internal sealed class UndoAction(Database database, Decisions decisions, DraftBook drafts, RitualChanges changes) : RitualAction
{
    public override IReadOnlyList<string> Verbs { get; } = [Cards.Verbs.RitualUndo];

    public override async Task<ClickAnswer> HandleAsync(Click click, CancellationToken cancellationToken)
    {
        var (change, space) = await database.ReadAsync(db => FindAsync(db, click, cancellationToken), cancellationToken);
        if (change is null || space is null)
        {
            return Line(new RitualNoticeCard(RitualNotice.NothingToUndo));
        }

        var turn = new RitualTurn(space, click.Sender, "");
        if (await decisions.RefusalAsync(turn, click.Texts.Ritual.Done.Undo, cancellationToken) is { } refusal)
        {
            return Line(refusal);
        }

        var card = await changes.UndoAsync(change.Id, click.Sender, drafts.ReaderOf(space, click.Sender), cancellationToken);
        return card is RitualNoticeCard { Notice: RitualNotice.Undone } ? ForAll(card) : Line(card);
    }

    private static async Task<(RitualChange? Change, Space? Space)> FindAsync(
        ConnectDb db, Click click, CancellationToken cancellationToken) =>
        await db.RitualChanges.FindAsync([click.Ref.Id], cancellationToken) is { } change && Nonce.Matches(change.Nonce, click.Ref.Nonce)
            ? (change, (await db.FindRitualAsync(change.RitualId, cancellationToken)).Space)
            : default;
}
