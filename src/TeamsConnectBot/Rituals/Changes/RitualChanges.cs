using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Changes;

/// <summary>
/// Carries out and undoes changes that were confirmed by a person or passed in a vote. Of two concurrent changes only the first goes
/// through.
/// </summary>
internal sealed class RitualChanges(
    Database database, PlanFollowUp followUp, RitualEcho echo, PlanTimes times, PostBox posts, TimeProvider clock)
{
    private const long UndoneSequence = 1;

    private static readonly Duration UndoFor = Duration.FromHours(24);

    /// <param name="db">The rows, in a transaction.</param>
    /// <param name="space">The ritual's space.</param>
    /// <param name="change">What was confirmed.</param>
    /// <param name="personId">Who decided; null when the team voted, because one person cannot undo a vote.</param>
    /// <param name="reader">Who reads the answer.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    /// <returns>A card with what was done, or with the reason why nothing was; <c>Ok</c> is true when the change was made.</returns>
    public async Task<(Card Card, bool Ok)> ApplyAsync(
        ConnectDb db, Space space, PlannedChange change, string? personId, Reader reader, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(db, space, change, reader, cancellationToken) is { } refusal)
        {
            return (refusal, false);
        }

        var ritual = change.RitualId is { } id ? await db.Rituals.FindAsync([id], cancellationToken) : null;
        var before = ritual?.Plan;
        ritual ??= Add(db, space, change.Plan);
        ritual.Plan = change.Plan;
        ritual.SunkInARow = 0;
        var done = new RitualChange
        {
            Id = clock.NewId(), RitualId = ritual.Id, Kind = change.Kind, PersonId = personId, Nonce = Nonce.New(), Before = before,
            After = change.Plan, At = await LaterThanAnyAsync(db, space, cancellationToken),
        };
        db.RitualChanges.Add(done);
        await followUp.ApplyAsync(db, ritual, cancellationToken);
        var when = ritual.IsEnded ? null : echo.Done(change, reader);
        var join = change is { Kind: ChangeWords.Create, Plan.IsPost: false } ? PostCards.RefOf(ritual) : null;
        var reference = new CardRef(done.Id, done.Nonce);
        return (new RitualDoneCard(reference, change.Kind, ritual.Plan.Name, when, CanUndo: personId is not null, join), true);
    }

    /// <summary>Restores the plan from before a change, unless the ritual was changed again since.</summary>
    /// <param name="changeId">The change to undo.</param>
    /// <param name="sender">Who undoes it. When they do so in private, the channel is told.</param>
    /// <param name="reader">Who reads the answer.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public Task<RitualNoticeCard> UndoAsync(
        Guid changeId, ActivitySender sender, Reader reader, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.RitualChanges.FindAsync([changeId], cancellationToken) is not { IsUndone: false } change
                || await db.Rituals.FindAsync([change.RitualId], cancellationToken) is not { } ritual)
            {
                return new RitualNoticeCard(RitualNotice.NothingToUndo);
            }

            if (change.At + UndoFor < clock.GetCurrentInstant() || change.PersonId is null)
            {
                return new RitualNoticeCard(RitualNotice.UndoTooLate);
            }

            if (ritual.Plan != change.After)
            {
                return new RitualNoticeCard(RitualNotice.UndoLaterFirst, ritual.Plan.Name);
            }

            change.IsUndone = true;
            ritual.Plan = change.Before ?? (ritual.Plan with { IsEnded = true });
            await followUp.ApplyAsync(db, ritual, cancellationToken);
            await StaleCards.MarkAsync(db, change.Id, cancellationToken);
            if (sender.InPrivate && await db.Spaces.FindAsync([ritual.SpaceId], cancellationToken) is { } space)
            {
                await posts.AddAsync(db, space, MessageKind.Changed, change.Id, UndoneSequence, cancellationToken);
            }

            return new RitualNoticeCard(RitualNotice.Undone, ritual.Plan.Name, echo.Undone(change, reader));
        },
        cancellationToken);

    // Changes are ordered by this time, so it must be unique even when the clock gives the same time twice.
    private async Task<Instant> LaterThanAnyAsync(ConnectDb db, Space space, CancellationToken cancellationToken)
    {
        var last = await db.RitualChanges
            .Where(change => db.Set<Ritual>().Any(ritual => ritual.Id == change.RitualId && ritual.SpaceId == space.Id))
            .OrderByDescending(change => change.At).Select(change => (Instant?)change.At).FirstOrDefaultAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        return last is { } before && before >= now ? before + Duration.FromMilliseconds(1) : now;
    }

    private async Task<Card?> RefusalAsync(
        ConnectDb db, Space space, PlannedChange change, Reader reader, CancellationToken cancellationToken)
    {
        if (change.RitualId is { } id)
        {
            var ritual = await db.Rituals.FindAsync([id], cancellationToken);
            return ritual is null || ritual.SpaceId != space.Id ? new RitualNoticeCard(RitualNotice.Expired)
                : ritual.Plan == change.Was ? null
                : new RitualNoticeCard(RitualNotice.ChangedMeanwhile, ritual.Plan.Name, echo.Of(ritual.Plan, reader));
        }

        var others = await db.LiveRitualsAsync(space.Id, cancellationToken);
        if (others.Exists(other => RitualNames.AreSame(other.Plan.Name, change.Plan.Name)))
        {
            return new RitualNoticeCard(RitualNotice.NameTaken, change.Plan.Name);
        }

        return times.Next(change.Plan, clock.GetCurrentInstant()) is null
            ? new RitualNoticeCard(RitualNotice.NothingLeft, change.Plan.Name)
            : null;
    }

    private Ritual Add(ConnectDb db, Space space, RitualPlan plan) => db.Rituals.Add(new Ritual
    {
        Id = clock.NewId(), SpaceId = space.Id, Nonce = Nonce.New(), Plan = plan, HandledUntil = clock.GetCurrentInstant(),
    }).Entity;
}
