using Quartz;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.HelpRequests;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Rounds;
using TeamsConnectBot.Scheduling;

namespace TeamsConnectBot.Operations.Restoring;

/// <summary>
/// Keeps a restored database from repeating what the service may have done after the backup. The rule is that of a crash: what may have
/// invited somebody, or asked them to help, is not repeated, and any other message is sent once more.
/// </summary>
internal sealed class RepeatedWork(
    Database database, Handshake handshake, PoolCatalogue pools, RoundTimetable timetable, ISchedulerFactory schedulers)
{
    /// <param name="until">When the service last ran: what was due by then may have been done.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    public async Task SkipAsync(Instant until, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async db =>
            {
                await LeaveMessagesInDoubtAsync(db, until, cancellationToken);
                await EndRoundsAsync(db, until, cancellationToken);
                await EndQuestionsAsync(db, until, cancellationToken);
                await EndWavesAsync(db, until, cancellationToken);
                await ShowAnswersAsync(db, until, cancellationToken);
            },
            cancellationToken);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var pool in pools.All)
        {
            await timetable.SkipAsync(scheduler, pool, until, cancellationToken);
        }
    }

    private static async Task LeaveMessagesInDoubtAsync(ConnectDb db, Instant until, CancellationToken cancellationToken)
    {
        var due = await db.Messages.Where(message => message.State == MessageState.Planned && message.DueAt <= until)
            .ToListAsync(cancellationToken);
        foreach (var message in due)
        {
            message.WasInDoubt = true;
            message.State = message.IsAskedOnce ? MessageState.InDoubt : MessageState.Planned;
        }
    }

    // Answers given after the backup are lost, and the pairs that followed from them exist in Outlook only. Settling again without them
    // would make other pairs, so these rounds end without a word.
    private async Task EndRoundsAsync(ConnectDb db, Instant until, CancellationToken cancellationToken)
    {
        var tasks = await db.DueTasks
            .Where(task => (task.Kind == DueTaskKind.InviteRound || task.Kind == DueTaskKind.SettleRound) && task.DueAt <= until)
            .ToListAsync(cancellationToken);
        foreach (var task in tasks)
        {
            if (await db.Rounds.FindAsync([task.SubjectId], cancellationToken) is { } round)
            {
                (round.State, round.SettledAt) = (RoundState.Settled, until);
            }

            foreach (var invitation in await db.Invitations.Where(row => row.RoundId == task.SubjectId).ToListAsync(cancellationToken))
            {
                await WithdrawAsync(db, invitation, cancellationToken);
            }

            db.DueTasks.Remove(task);
        }
    }

    // Whoever asked was told by the announced moment, and a yes that came after the backup exists in Outlook only. One that was being
    // arranged at the backup is arranged once more, which finds its event if there is one: most likely both were told of it.
    private static async Task EndQuestionsAsync(ConnectDb db, Instant until, CancellationToken cancellationToken)
    {
        foreach (var row in await db.HelpRequests
            .Where(row => row.EndedAt == null && row.HearsBy <= until
                && (row.State == HelpRequestState.Open || row.State == HelpRequestState.Taken)).ToListAsync(cancellationToken))
        {
            await DueTasks.RemoveAsync(db, DueTaskKind.TellAsker, row.Id, cancellationToken);
            if (row.State == HelpRequestState.Taken
                && await db.Meetings.AnyAsync(meeting => meeting.Id == row.MeetingId && meeting.StartsAt > until, cancellationToken))
            {
                continue;
            }

            (row.State, row.EndedAt) = (HelpRequestState.NotTaken, until);
            await DueTasks.RemoveAsync(db, DueTaskKind.AskColleagues, row.Id, cancellationToken);
            await QuestionMeetingRows.LeaveAsync(db, row, cancellationToken);
            foreach (var offer in await db.HelpOffers.Where(offer => offer.RequestId == row.Id && offer.State == HelpOfferState.Open)
                .ToListAsync(cancellationToken))
            {
                await HelpOfferClosing.CloseAsync(db, offer, HelpOfferState.NoLongerNeeded, cancellationToken);
            }
        }
    }

    // A wave of after the backup is unknown here, and the next one might ask the same people. Whoever was asked before it can still
    // answer, and the asker hears at the moment that was announced.
    private static async Task EndWavesAsync(ConnectDb db, Instant until, CancellationToken cancellationToken)
    {
        foreach (var task in await db.DueTasks.Where(task => task.Kind == DueTaskKind.AskColleagues && task.DueAt <= until)
            .ToListAsync(cancellationToken))
        {
            if (await db.HelpRequests.FindAsync([task.SubjectId], cancellationToken) is { } row)
            {
                row.WavesSent = row.Waves.Count;
            }

            db.DueTasks.Remove(task);
        }
    }

    private async Task WithdrawAsync(ConnectDb db, Invitation invitation, CancellationToken cancellationToken)
    {
        if (invitation.State is not InvitationState.Settling && !invitation.State.IsOpen())
        {
            return;
        }

        if (invitation.State is InvitationState.Yes or InvitationState.Settling
            && await db.Participants.FindAsync([invitation.PersonId], cancellationToken) is { } person)
        {
            person.TurnsLeftOut = FairnessLedger.PutFirst(person.TurnsLeftOut);
        }

        await handshake.ApplyAsync(db, invitation, InvitationEvent.Left, cancellationToken);
    }

    // A card may show a yes that was given after the backup and no longer exists. Editing it lets the person answer again.
    private static async Task ShowAnswersAsync(ConnectDb db, Instant until, CancellationToken cancellationToken)
    {
        var open = await db.Invitations.Where(row => row.AnswersUntil > until).Select(row => row.Id).ToListAsync(cancellationToken);
        var coming = await db.Meetings.Where(row => row.StartsAt > until).Select(row => row.Id).ToListAsync(cancellationToken);
        var asked = await db.HelpOffers.Where(row => row.State == HelpOfferState.Open).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var subject in open.Concat(coming).Concat(asked))
        {
            await StaleCards.MarkAsync(db, subject, cancellationToken);
        }
    }
}
