using Microsoft.Bot.Schema;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Cards.Rituals;
using TeamsConnectBot.Data;
using TeamsConnectBot.Organisation;
using TeamsConnectBot.Rituals.Engine;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Posts;

/// <summary>Composes the card of a post from the current rows, both when the post is sent and when it is updated later.</summary>
internal sealed class PostCards(
    RitualEcho echo, PlanTimes times, OwnSettings settings, MicrosoftCloud cloud, TimeProvider clock)
{
    /// <returns>Null when there is nothing left to post.</returns>
    public async Task<Activity?> ComposeAsync(ConnectDb db, Message post, Space space, CancellationToken cancellationToken)
    {
        var reader = ReaderOf(space);
        var card = post.Kind switch
        {
            MessageKind.Occurrence => await OccurrenceAsync(db, post, reader, cancellationToken),
            MessageKind.Missed => await MissedAsync(db, post.SubjectId, reader, cancellationToken),
            MessageKind.Back => await WaitingAsync(db, space.Id, RitualNotice.Back, cancellationToken),
            MessageKind.Vote or MessageKind.Outcome => await VoteAsync(db, post, reader, cancellationToken),
            MessageKind.ChannelGone => await WaitingAsync(db, post.SubjectId, RitualNotice.ChannelGone, cancellationToken),
            MessageKind.CalendarBehind => await db.Rituals.FindAsync([post.SubjectId], cancellationToken) is { IsEnded: false } behind
                ? new RitualNoticeCard(RitualNotice.CalendarBehind, behind.Plan.Name, echo.Of(behind.Plan, reader))
                : null,
            MessageKind.QuestionsUsedUp => await UsedUpAsync(db, post, reader, cancellationToken),
            MessageKind.Changed => await ChangedAsync(db, post.SubjectId, reader, cancellationToken),
            MessageKind.Protection => await ProtectionAsync(db, post.SubjectId, reader, cancellationToken),
            _ => throw new InvalidOperationException($"No card for {post.Kind}."),
        };
        return card is null ? null : card.Build(reader).ToMessage(card.Summary(reader.Texts));
    }

    public Reader ReaderOf(Space space) => new(settings.TextsFor(space.Language), space.TimeZone, cloud, clock.GetCurrentInstant());

    /// <summary>The card of an occurrence, as everybody in the channel sees it.</summary>
    public async Task<Card> OccurrenceAsync(
        ConnectDb db, Occurrence occurrence, Ritual ritual, Reader reader, CancellationToken cancellationToken)
    {
        var coming = await db.Coming.Where(row => row.OccurrenceId == occurrence.Id)
            .OrderBy(row => row.Name).ThenBy(row => row.PersonId)
            .Select(row => new Colleague(row.Name, null)).ToListAsync(cancellationToken);
        return new OccurrenceCard(
            new CardRef(occurrence.Id, occurrence.Nonce),
            RefOf(ritual),
            ritual.Plan.Name,
            occurrence.Time,
            occurrence.HostId is null ? null : new Colleague(occurrence.HostName, null),
            AgendaOf(ritual.Plan, reader.Texts),
            coming,
            PhaseOf(occurrence));
    }

    /// <summary>The reference in the button to take part.</summary>
    public static CardRef RefOf(Ritual ritual) => new(ritual.Id, ritual.Nonce);

    public static IReadOnlyList<string> AgendaOf(RitualPlan plan, Texts texts) => texts.Ritual.Templates.For(plan.Template)?.Agenda ?? [];

    private async Task<Card?> OccurrenceAsync(ConnectDb db, Message post, Reader reader, CancellationToken cancellationToken) =>
        await db.Occurrences.FindAsync([post.SubjectId], cancellationToken) is { } occurrence
            && await db.Rituals.FindAsync([occurrence.RitualId], cancellationToken) is { } ritual
            && (ritual.Plan.IsPost
                ? await QuestionAsync(db, post, occurrence, ritual, reader, cancellationToken)
                : post.ActivityId is not null || PhaseOf(occurrence) == OccurrencePhase.Coming
                    ? await OccurrenceAsync(db, occurrence, ritual, reader, cancellationToken)
                    : null) is { } card
                ? card
                : null;

    // A question that could not be sent on its day is not sent the day after, nor when it was moved or called off meanwhile. Once sent it
    // stays, whatever happens to the ritual.
    private async Task<Card?> QuestionAsync(
        ConnectDb db, Message post, Occurrence occurrence, Ritual ritual, Reader reader, CancellationToken cancellationToken) =>
        await db.PostedQuestions.FindAsync([occurrence.Id], cancellationToken) is { } asked && asked.Number < QuestionPosts.Count
            && (post.ActivityId is not null
                || (times.Of(ritual.Plan, occurrence.Date)?.Start <= reader.Now
                    && reader.Now < QuestionPosts.EndOfDay(ritual.Plan, occurrence.StartsAt)))
                ? new PostedQuestionCard(ritual.Plan.Name, asked.Number)
                : null;

    private static async Task<Card?> UsedUpAsync(ConnectDb db, Message post, Reader reader, CancellationToken cancellationToken) =>
        await db.Rituals.FindAsync([post.SubjectId], cancellationToken) is { IsEnded: false } ritual
            ? new RitualNoticeCard(
                RitualNotice.QuestionsUsedUp, ritual.Plan.Name,
                reader.Moments.Date(ritual.Plan.TimeZone.AtStartOfDay(QuestionPosts.FreeFrom(post.Sequence)).ToInstant()))
            : null;

    private OccurrencePhase PhaseOf(Occurrence occurrence) => occurrence.State switch
    {
        OccurrenceState.Off => OccurrencePhase.Off,
        OccurrenceState.Over => OccurrencePhase.Over,
        _ => occurrence.Time.End <= clock.GetCurrentInstant() ? OccurrencePhase.Over : OccurrencePhase.Coming,
    };

    private async Task<Card?> MissedAsync(ConnectDb db, Guid ritualId, Reader reader, CancellationToken cancellationToken) =>
        await db.Rituals.FindAsync([ritualId], cancellationToken) is { IsEnded: false } ritual
        && times.Next(ritual.Plan, reader.Now) is { } next
            ? new RitualNoticeCard(RitualNotice.Missed, ritual.Plan.Name, RitualEcho.When(ritual.Plan, next, reader))
            : null;

    private static async Task<Card?> WaitingAsync(ConnectDb db, Guid spaceId, RitualNotice notice, CancellationToken cancellationToken)
    {
        var rituals = await db.Rituals.Where(ritual => ritual.SpaceId == spaceId && !ritual.IsEnded).ToListAsync(cancellationToken);
        var names = rituals.Select(ritual => ritual.Plan.Name).Order(StringComparer.CurrentCultureIgnoreCase);
        return rituals.Count == 0 ? null : new RitualNoticeCard(notice, Detail: string.Join(", ", names));
    }

    private async Task<Card?> VoteAsync(ConnectDb db, Message post, Reader reader, CancellationToken cancellationToken) =>
        await db.Proposals.FindAsync([post.SubjectId], cancellationToken) is { } proposal
            && (post.Kind, proposal.State) is not (MessageKind.Outcome, ProposalState.Open)
                ? await VoteAsync(db, proposal, reader, cancellationToken)
                : null;

    /// <summary>The card of a vote, open or decided.</summary>
    public async Task<Card> VoteAsync(ConnectDb db, Proposal proposal, Reader reader, CancellationToken cancellationToken)
    {
        var reference = new CardRef(proposal.Id, proposal.Nonce);
        if (proposal.Kind == ProposalKind.Charter)
        {
            return proposal.State switch
            {
                ProposalState.Open => new CharterVoteCard(reference, proposal.ClosesAt),
                ProposalState.Passed => new CharterCard(proposal.Charter, IsResult: true),
                _ => new RitualNoticeCard(RitualNotice.CharterTooFew),
            };
        }

        var plan = proposal.Change?.Plan
            ?? (proposal.RitualId is { } id ? (await db.Rituals.FindAsync([id], cancellationToken))?.Plan : null);
        return new VoteCard(
            reference,
            proposal.Change?.Kind,
            plan?.Name ?? "",
            proposal.Change is { } change ? echo.Of(change, reader) : plan is null ? "" : echo.Of(plan, reader),
            proposal.ClosesAt,
            proposal.State switch
            {
                ProposalState.Open => VotePhase.Open,
                ProposalState.Passed => VotePhase.Passed,
                ProposalState.Rejected => VotePhase.Rejected,
                ProposalState.Overtaken => VotePhase.Overtaken,
                _ => VotePhase.TooFew,
            },
            await NewAsync(db, proposal, cancellationToken) is { } ritual ? RefOf(ritual) : null);
    }

    // The ritual that this vote created, for the button to take part; null once the ritual was changed or ended.
    private static async Task<Ritual?> NewAsync(ConnectDb db, Proposal proposal, CancellationToken cancellationToken) =>
        proposal is { State: ProposalState.Passed, Change: { Kind: ChangeWords.Create, Plan: { IsPost: false } plan } }
            ? (await db.Rituals.Where(ritual => ritual.SpaceId == proposal.SpaceId && !ritual.IsEnded).ToListAsync(cancellationToken))
                .Find(ritual => ritual.Plan == plan)
            : null;

    private async Task<Card?> ChangedAsync(ConnectDb db, Guid changeId, Reader reader, CancellationToken cancellationToken)
    {
        if (await db.RitualChanges.FindAsync([changeId], cancellationToken) is not { } change)
        {
            return null;
        }

        if (change.IsUndone)
        {
            return new RitualNoticeCard(RitualNotice.Undone, change.After.Name, echo.Undone(change, reader));
        }

        var ritual = change.Kind == ChangeWords.Create ? await db.Rituals.FindAsync([change.RitualId], cancellationToken) : null;
        var made = new PlannedChange(change.Kind, change.RitualId, change.Before, change.After);
        return new RitualDoneCard(
            new CardRef(change.Id, change.Nonce), change.Kind, change.After.Name, change.After.IsEnded ? null : echo.Done(made, reader),
            CanUndo: change.PersonId is not null, ritual is { IsEnded: false, Plan.IsPost: false } ? RefOf(ritual) : null);
    }

    private static async Task<Card?> ProtectionAsync(ConnectDb db, Guid draftId, Reader reader, CancellationToken cancellationToken)
    {
        if (await db.Drafts.FindAsync([draftId], cancellationToken) is not { } draft)
        {
            return null;
        }

        var texts = reader.Texts.Ritual.Protection;
        var name = draft.Content.Options[0].Change?.Plan.Name ?? "";
        return new RitualQuestionCard(
            new CardRef(draft.Id, draft.Nonce),
            texts.Line,
            [.. draft.Content.Options.Select(option => option.Label)],
            texts.Heading.With(("name", name)));
    }
}
