using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.HelpRequests;

/// <summary>Writes the consequences of a step of a question.</summary>
internal sealed class HelpRequestEffects(
    Outbox outbox, DueTasks tasks, HelpOfferClosing offers, QuestionMeetingRows meetings, HelpHosts hosts, TimeProvider clock)
{
    public async Task WriteAsync(
        ConnectDb db, HelpRequestRow row, HelpRequestState before, HelpRequestEffect effect, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        switch (effect)
        {
            case HelpRequestEffect.PlanWaves:
                await tasks.SetAsync(db, DueTaskKind.AskColleagues, row.Id, row.Waves[0], cancellationToken);
                await tasks.SetAsync(db, DueTaskKind.TellAsker, row.Id, row.HearsBy!.Value, cancellationToken);
                break;
            case HelpRequestEffect.ResumeWaves:
                await ResumeAsync(db, row, before, now, cancellationToken);
                break;
            case HelpRequestEffect.StopWaves:
                await DueTasks.RemoveAsync(db, DueTaskKind.AskColleagues, row.Id, cancellationToken);
                break;
            case HelpRequestEffect.TellHost:
                await hosts.TellAsync(db, row, MessageKind.HelpToHost, cancellationToken);
                break;
            case HelpRequestEffect.MakeMeeting:
                await meetings.MakeAsync(db, row, cancellationToken);
                break;
            case HelpRequestEffect.DropMeeting:
                await meetings.DropAsync(db, row, cancellationToken);
                break;
            case HelpRequestEffect.ShowTakenCareOf:
                await offers.CloseAsync(db, row, HelpOfferState.TakenCareOf, cancellationToken);
                break;
            case HelpRequestEffect.ShowNoLongerNeeded:
                await offers.CloseAsync(db, row, HelpOfferState.NoLongerNeeded, cancellationToken);
                await offers.ReleaseAsync(db, row, isTold: before == HelpRequestState.Arranged, cancellationToken);
                break;
            case HelpRequestEffect.TellNotTaken:
                await TellAskerAsync(db, row, MessageKind.HelpNotTaken, now, cancellationToken);
                break;
            case HelpRequestEffect.AskWhetherItHelped:
                await TellAskerAsync(db, row, MessageKind.DidItHelp, MeetingMoments.DidYouMeetAt(now), cancellationToken);
                break;
            case HelpRequestEffect.BeginForgetting:
                row.EndedAt = now;
                await DueTasks.RemoveAsync(db, DueTaskKind.TellAsker, row.Id, cancellationToken);
                break;
        }
    }

    private async Task ResumeAsync(
        ConnectDb db, HelpRequestRow row, HelpRequestState before, Instant now, CancellationToken cancellationToken)
    {
        await offers.ReleaseAsync(db, row, isTold: before == HelpRequestState.Arranged, cancellationToken);
        (row.HelperId, row.MeetingId) = (null, null);
        if (row.WavesSent < row.Waves.Count)
        {
            await tasks.SetAsync(
                db, DueTaskKind.AskColleagues, row.Id, Instant.Max(now, row.Waves[row.WavesSent]), cancellationToken);
        }
    }

    private async Task TellAskerAsync(
        ConnectDb db, HelpRequestRow row, MessageKind kind, Instant at, CancellationToken cancellationToken)
    {
        if (await db.Participants.FindAsync([row.PersonId], cancellationToken) is { } asker)
        {
            await outbox.AddAsync(db, asker, kind, row.Id, dueAt: at, cancellationToken: cancellationToken);
        }
    }
}
