using NodaTime;
using TeamsConnectBot.Data;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Protection;

/// <summary>The one note a sinking ritual gets: three other times, or end it. No counts, no names, and nobody's calendar shows through.</summary>
internal sealed class ProtectionNotes(PostBox posts, PostCards cards, OtherTimes others, TimeProvider clock)
{
    private const int Suggestions = 3;
    private static readonly Duration Lasts = Duration.FromDays(14);

    /// <param name="db">The rows, in a transaction.</param>
    /// <param name="space">Where it is.</param>
    /// <param name="ritual">What sinks.</param>
    /// <param name="better">Times that suit better, best first; where that may not be judged, none, and usual times are offered.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    public async Task PostAsync(ConnectDb db, Space space, Ritual ritual, IReadOnlyList<RitualPlan> better, CancellationToken cancellationToken)
    {
        var reader = cards.ReaderOf(space);
        var changes = (better.Count > 0 ? better : others.Of(ritual.Plan)).Take(Suggestions)
            .Select(plan => new PlannedChange(ChangeWords.Move, ritual.Id, ritual.Plan, plan)).ToList();
        var options = DraftDesk.OptionsOf(changes, reader);
        var end = new DraftOption(
            reader.Texts.Ritual.Protection.End, Change: new PlannedChange(ChangeWords.End, ritual.Id, ritual.Plan, ritual.Plan with { IsEnded = true }));
        var draft = new Draft
        {
            Id = clock.NewId(), SpaceId = space.Id, Nonce = Nonce.New(), Content = new DraftContent { Options = [.. options, end] },
            ExpiresAt = clock.GetCurrentInstant() + Lasts,
        };
        db.Drafts.Add(draft);
        await posts.AddAsync(db, space, MessageKind.Protection, draft.Id, 0, cancellationToken);
    }
}
