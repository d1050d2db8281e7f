using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>The meeting of whoever asked and whoever helps. Once made, it is arranged, moved and called off like any other.</summary>
internal sealed class QuestionMeetingRows(DueTasks tasks, TimeProvider clock)
{
    public async Task MakeAsync(ConnectDb db, HelpRequestRow row, CancellationToken cancellationToken)
    {
        var offer = await db.HelpOffers.SingleAsync(
            offer => offer.RequestId == row.Id && offer.PersonId == row.HelperId, cancellationToken);
        var core = Meeting.ForHelp(row.PersonId, row.HelperId!, new Interval(
            offer.Ticked!.Value, offer.Ticked.Value + Duration.FromMinutes(row.Minutes)));
        var meeting = new MeetingRow
        {
            Id = clock.NewId(), RoundId = row.Id, IsForQuestion = true, PoolId = row.PoolId, State = core.State, Offer = Offer.Help,
            Monday = Week.Of(core.Time.Start).Monday, StartsAt = core.Time.Start, Minutes = row.Minutes, OpenerId = row.HelperId,
            Question = 0,
        };
        meeting.Members.AddRange(core.Members.Select(
            member => new MemberRow { ConnectionId = meeting.Id, PersonId = member.Id, Nonce = Nonce.New() }));
        db.Meetings.Add(meeting);
        row.MeetingId = meeting.Id;
        await tasks.SetAsync(db, DueTaskKind.ArrangeConnection, meeting.Id, clock.GetCurrentInstant(), cancellationToken);
    }

    /// <summary>
    /// Ends a meeting that nobody was told of. Arranging it finds that it is off and cancels its event, which an attempt whose answer was
    /// lost may have created.
    /// </summary>
    public async Task DropAsync(ConnectDb db, HelpRequestRow row, CancellationToken cancellationToken)
    {
        if (await EndAsync(db, row, cancellationToken) is { } id)
        {
            await tasks.SetAsync(db, DueTaskKind.ArrangeConnection, id, clock.GetCurrentInstant(), cancellationToken);
        }
    }

    /// <summary>Ends a meeting of which it is unknown whether people were told, and leaves its event as it is.</summary>
    public static async Task LeaveAsync(ConnectDb db, HelpRequestRow row, CancellationToken cancellationToken)
    {
        if (await EndAsync(db, row, cancellationToken) is { } id)
        {
            await DueTasks.RemoveAsync(db, DueTaskKind.ArrangeConnection, id, cancellationToken);
        }
    }

    private static async Task<Guid?> EndAsync(ConnectDb db, HelpRequestRow row, CancellationToken cancellationToken)
    {
        if (row.MeetingId is not { } id
            || await db.Meetings.FindAsync([id], cancellationToken) is not { State: MeetingState.Settled } meeting)
        {
            return null;
        }

        meeting.State = MeetingState.Off;
        return id;
    }
}
