using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Brings a question up to date with its meeting.</summary>
internal sealed class QuestionFollower(HelpRequestSteps steps, TimeProvider clock) : QuestionMeetings
{
    public override async Task<MeetingQuestion?> FindAsync(ConnectDb db, MeetingRow meeting, CancellationToken cancellationToken) =>
        await RowOfAsync(db, meeting, cancellationToken) is { } row
            ? new MeetingQuestion(row.PersonId, row.Words, row.Deadline)
            : null;

    public override async Task<IReadOnlyList<Instant>> OfferedAsync(
        ConnectDb db, MeetingRow meeting, CancellationToken cancellationToken) =>
        await RowOfAsync(db, meeting, cancellationToken) is { } row
        && await db.HelpOffers.SingleOrDefaultAsync(
            offer => offer.RequestId == row.Id && offer.PersonId == row.HelperId, cancellationToken) is { } taken
            ? taken.Starts : [];

    public override async Task ChangedAsync(
        ConnectDb db, MeetingRow meeting, MeetingState before, string? calledOffBy, CancellationToken cancellationToken)
    {
        if (await RowOfAsync(db, meeting, cancellationToken) is { } row
            && EventOf(row, meeting, before, calledOffBy) is { } happened)
        {
            await steps.ApplyAsync(db, row, happened, cancellationToken);
        }
    }

    private HelpRequestEvent? EventOf(HelpRequestRow row, MeetingRow meeting, MeetingState before, string? calledOffBy) =>
        (before, meeting.State) switch
        {
            (MeetingState.Settled, MeetingState.Announced) => HelpRequestEvent.WasArranged,
            (not MeetingState.Over, MeetingState.Over) => HelpRequestEvent.MeetingPassed,
            (not MeetingState.Off, MeetingState.Off) when calledOffBy == row.PersonId => HelpRequestEvent.TakenBack,
            (not MeetingState.Off, MeetingState.Off) => IsTimeLeft(row) ? HelpRequestEvent.CameFree : HelpRequestEvent.FellThrough,
            _ => null,
        };

    private bool IsTimeLeft(HelpRequestRow row) =>
        clock.GetCurrentInstant() is var now && row.HearsBy > now
        && now + HelpRequestTimes.Notice + Duration.FromMinutes(row.Minutes) <= row.Deadline;

    private static Task<HelpRequestRow?> RowOfAsync(ConnectDb db, MeetingRow meeting, CancellationToken cancellationToken) =>
        db.HelpRequests.SingleOrDefaultAsync(row => row.MeetingId == meeting.Id, cancellationToken);
}
