using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Changes;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Commands;

/// <summary>Undoes the last change in a space.</summary>
internal sealed class UndoCommand(Database database, Decisions decisions, DraftBook drafts, RitualChanges changes) : RitualCommand
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; } = ByLanguage(["herstel", "ongedaan maken"], ["undo"]);

    public override IReadOnlyDictionary<string, string> Help { get; } = ByLanguage(
        nl: "de laatste verandering ongedaan maken, 24 uur lang",
        en: "undo the last change, for 24 hours");

    public override async Task<Card> RunAsync(RitualTurn turn, CancellationToken cancellationToken)
    {
        var (refusal, byVote) = await decisions.StandingAsync(turn, NameFor(turn), cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        List<Made> all = byVote ? [] : await database.ReadAsync(db => ChangesAsync(db, turn.Space, cancellationToken), cancellationToken);
        var isConfirmed = Guid.TryParse(turn.Text, out var id);
        if (Last(all, isConfirmed ? id : null) is not { } last)
        {
            return new RitualNoticeCard(RitualNotice.NothingToUndo);
        }

        // A second undo in a row undoes an older change, which people may not have in mind, so they are asked first.
        return all[0].Change.IsUndone && !isConfirmed
            ? await AskAsync(turn, last, cancellationToken)
            : await changes.UndoAsync(last.Id, turn.Sender, drafts.ReaderOf(turn), cancellationToken);
    }

    private Task<Card> AskAsync(RitualTurn turn, RitualChange last, CancellationToken cancellationToken)
    {
        var texts = turn.Sender.Texts.Ritual;
        var what = texts.Changes.For(last.Kind).Asked.With(("name", last.After.Name));
        return drafts.AskAsync(
            turn,
            texts.Question.UndoNext.With(("what", what)),
            [new DraftOption(texts.Question.UndoIt, Command: $"ritual undo {last.Id}")],
            cancellationToken);
    }

    // The latest change that can be undone: its ritual still has the plan that the change gave it.
    private static RitualChange? Last(List<Made> all, Guid? id) =>
        all.Find(made => !made.Change.IsUndone && made.Ritual.Plan == made.Change.After && (id is null || made.Change.Id == id))?.Change;

    private static async Task<List<Made>> ChangesAsync(ConnectDb db, Space space, CancellationToken cancellationToken)
    {
        var made = await db.RitualChanges.Where(change => change.PersonId != null)
            .Join(
                db.Rituals.Where(ritual => ritual.SpaceId == space.Id), change => change.RitualId, ritual => ritual.Id,
                (change, ritual) => new { Change = change, Ritual = ritual })
            .OrderByDescending(pair => pair.Change.At).ToListAsync(cancellationToken);
        return made.ConvertAll(pair => new Made(pair.Change, pair.Ritual));
    }

    private sealed record Made(RitualChange Change, Ritual Ritual);
}
