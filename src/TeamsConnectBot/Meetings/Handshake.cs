using System.Collections.Immutable;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;

namespace TeamsConnectBot.Meetings;

/// <summary>Applies the state machines to rows; the consequences are written in the same transaction.</summary>
internal sealed class Handshake(
    InvitationEffects invitationEffects, MeetingEffects connectionEffects, QuestionMeetings questions)
{
    public async Task<bool> ApplyAsync(ConnectDb db, Invitation invitation, InvitationEvent happened, CancellationToken cancellationToken)
    {
        var step = InvitationMachine.Apply(invitation.State, happened);
        var changed = step.State != invitation.State;
        invitation.State = step.State;
        foreach (var effect in step.Effects)
        {
            await invitationEffects.WriteAsync(db, invitation, effect, cancellationToken);
        }

        if (changed)
        {
            await StaleCards.MarkAsync(db, invitation.Id, cancellationToken);
        }

        return step.Accepted;
    }

    /// <summary>Applies an event to a meeting, if the meeting still exists.</summary>
    public async Task ApplyAsync(ConnectDb db, Guid connectionId, MeetingEvent happened, CancellationToken cancellationToken)
    {
        if (await MeetingRows.FindAsync(db, connectionId, cancellationToken) is { } row)
        {
            await ApplyAsync(db, row, happened, cancellationToken);
        }
    }

    public async Task<bool> ApplyAsync(ConnectDb db, MeetingRow row, MeetingEvent happened, CancellationToken cancellationToken)
    {
        var before = ToCore(row);
        var step = MeetingMachine.Apply(before, happened);
        if (!step.Accepted)
        {
            return false;
        }

        Take(row, before, step.Meeting);
        foreach (var effect in step.Effects)
        {
            await connectionEffects.WriteAsync(db, row, effect, cancellationToken);
        }

        await MarkAsync(db, row, before, step.Meeting, cancellationToken);
        if (row.IsForQuestion && row.State != before.State)
        {
            var calledOffBy = happened.Kind is MeetingEventKind.NoOtherGap or MeetingEventKind.CalledOff or MeetingEventKind.TimePassed
                ? before.Moving
                : happened.MemberId;
            await questions.ChangedAsync(db, row, before.State, calledOffBy, cancellationToken);
        }

        return true;
    }

    // Whether somebody is choosing another slot is visible only on their own cards.
    private static async Task MarkAsync(
        ConnectDb db, MeetingRow row, Meeting before, Meeting now, CancellationToken cancellationToken)
    {
        if (now.Moves != before.Moves || (now.State != before.State && !(IsOn(now) && IsOn(before))))
        {
            await StaleCards.MarkAsync(db, row.Id, cancellationToken);
            return;
        }

        foreach (var member in now.Members.Where(member => now.IsChoosing(member.Id) != before.IsChoosing(member.Id)))
        {
            await StaleCards.MarkAsync(db, row.Id, member.Id, cancellationToken);
        }
    }

    private static bool IsOn(Meeting connection) => connection.State is MeetingState.Announced or MeetingState.Moving;

    private static Meeting ToCore(MeetingRow row) => new(
        row.State,
        [.. from member in row.Coming.OrderBy(member => member.PersonId, StringComparer.Ordinal)
            select new MeetingMember(member.PersonId, member.Answer)],
        row.Time, row.MovingId, row.Moves, row.AlsoMoving?.PersonId);

    private static void Take(MeetingRow row, Meeting before, Meeting now)
    {
        if (now.Time != before.Time)
        {
            row.MovedFrom = before.Time.Start;
        }

        (row.State, row.StartsAt, row.MovingId, row.Moves) = (now.State, now.Time.Start, now.Moving, now.Moves);
        var members = now.Members.ToImmutableDictionary(member => member.Id, StringComparer.Ordinal);
        foreach (var member in row.Coming.ToList())
        {
            member.Coming = members.TryGetValue(member.PersonId, out var kept);
            member.Answer = member.Coming ? kept.Answer : member.Answer;
            if (!now.IsChoosing(member.PersonId))
            {
                (member.ChooseBy, member.Choice, member.OtherGaps) = (null, null, null);

                // Once the meeting is off, the sentence is what the other person reads.
                member.Sentence = before.State == MeetingState.Off ? member.Sentence : null;
            }
        }

        if (row.OpenerId is { } opener && !members.ContainsKey(opener))
        {
            row.OpenerId = now.Members is [var first, ..] ? first.Id : null;
        }
    }
}
