using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Changes;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Undoes the last change here.</summary>
internal sealed class UndoCommand(Database database, Decisions decisions, DraftDesk drafts, RitualChanges changes) : RitualCommand
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
        if (refusal is not null)
        {
            return refusal;
        }

        var all = byVote ? [] : await database.ReadAsync(db => ChangesAsync(db, turn.Space, cancellationToken), cancellationToken);
        var isConfirmed = Guid.TryParse(turn.Text, out var id);
        if (Last(all, isConfirmed ? id : null) is not { } last)
        {
            return new RitualNoticeCard(RitualNotice.NothingToUndo);
        }

        // Typed once more it goes further back than what people just saw; they are told how far first.
        return all[0].Change.IsUndone && !isConfirmed
            ? await AskAsync(turn, last, cancellationToken)
            : await UndoAsync(turn, last.Id, cancellationToken);
    }

    private Task<Card> AskAsync(RitualTurn turn, RitualChange last, CancellationToken cancellationToken)
    {
        var texts = turn.Visitor.Texts.Ritual;
        var what = texts.Changes.For(last.Kind).Asked.With(("name", last.After.Name));
        return drafts.AskAsync(
            turn,
            texts.Question.UndoNext.With(("what", what)),
            [new DraftOption(texts.Question.UndoIt, Command: $"ritual undo {last.Id}")],
            cancellationToken);
    }

    private Task<Card> UndoAsync(RitualTurn turn, Guid id, CancellationToken cancellationToken) => database.WriteAsync<Card>(
        async db => await db.RitualChanges.FindAsync([id], cancellationToken) is { } row
            ? await changes.UndoAsync(db, row, turn.Visitor.InPrivate, drafts.ReaderOf(turn.Space, turn.Visitor), cancellationToken)
            : new RitualNoticeCard(RitualNotice.NothingToUndo),
        cancellationToken);

    // The one that left its ritual as it now is.
    private static RitualChange? Last(List<Made> all, Guid? id) =>
        all.Find(made => !made.Change.IsUndone && made.Ritual.Plan == made.Change.After && (id is null || made.Change.Id == id))?.Change;

    private static async Task<List<Made>> ChangesAsync(ConnectDb db, Space space, CancellationToken cancellationToken)
    {
        var made = await db.RitualChanges.Where(change => change.PersonId != null)
            .Join(db.Rituals.Where(ritual => ritual.SpaceId == space.Id), change => change.RitualId, ritual => ritual.Id, (change, ritual) => new { Change = change, Ritual = ritual })
            .OrderByDescending(pair => pair.Change.At).ToListAsync(cancellationToken);
        return [.. made.Select(pair => new Made(pair.Change, pair.Ritual))];
    }

    private sealed record Made(RitualChange Change, Ritual Ritual);
}
