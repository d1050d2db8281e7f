using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>
/// Posts the note about a ritual that no longer suits, which offers up to three other times, or to end it. It shows no counts or names.
/// </summary>
internal sealed class ProtectionNotes(PostBox posts, PostCards cards, OtherTimes others, TimeProvider clock)
{
    private const int Suggestions = 3;
    private static readonly Duration Lifetime = Duration.FromDays(14);

    /// <param name="db">The rows, in a transaction.</param>
    /// <param name="space">The ritual's space.</param>
    /// <param name="ritual">The ritual.</param>
    /// <param name="better">Times that suit better, best first; if there are none, usual times are offered.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task PostAsync(
        ConnectDb db, Space space, Ritual ritual, IReadOnlyList<RitualPlan> better, CancellationToken cancellationToken)
    {
        var reader = cards.ReaderOf(space);
        var changes = (better.Count > 0 ? better : others.Of(ritual.Plan)).Take(Suggestions)
            .Select(plan => new PlannedChange(ChangeWords.Move, ritual.Id, ritual.Plan, plan)).ToList();
        var end = new PlannedChange(ChangeWords.End, ritual.Id, ritual.Plan, ritual.Plan with { IsEnded = true });
        var draft = new Draft
        {
            Id = clock.NewId(), SpaceId = space.Id, Nonce = Nonce.New(), ExpiresAt = clock.GetCurrentInstant() + Lifetime,
            Content = new DraftContent
            {
                Options = [.. DraftBook.OptionsOf(changes, reader), new DraftOption(reader.Texts.Ritual.Protection.End, Change: end)],
            },
        };
        db.Drafts.Add(draft);
        await posts.AddAsync(db, space, MessageKind.Protection, draft.Id, 0, cancellationToken);
    }
}
