using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Matching;
using TeamsConnectBot.Core.Matching.Learning;
using TeamsConnectBot.Core.Matching.Settling;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Meetings;
using TeamsConnectBot.Pools;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rounds;

/// <summary>Writes the result of a settling: meetings to arrange, and who goes first next time.</summary>
internal sealed class SettledRound(
    Database database, Handshake handshake, SeasonBook seasons, DueTasks tasks, TimeProvider clock)
{
    public Task WriteAsync(
        DueTask task, PoolOptions pool, Settlement settlement, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            // If everything was stopped during the calculation, the task stays due and is calculated again.
            var round = await db.Rounds.SingleAsync(x => x.Id == task.SubjectId, cancellationToken);
            if (round.State == RoundState.Settled || await Standstill.CurrentAsync(db, cancellationToken) is not null)
            {
                return;
            }

            var invitations = await db.Invitations
                .Where(x => x.RoundId == round.Id && x.State == InvitationState.Settling)
                .ToDictionaryAsync(x => x.PersonId, StringComparer.Ordinal, cancellationToken);
            var inSeason = await seasons.WaitingAsync(db, pool.Id, cancellationToken);
            var connected = settlement.Groups.Select(group => Connect(db, round, pool, group, invitations, inSeason))
                .OfType<MeetingRow>().ToList();
            foreach (var row in connected)
            {
                await WriteAsync(db, row, invitations, cancellationToken);
            }

            // Left over by the settling, or no longer in the pool.
            var left = invitations.Values.Where(x => x.State == InvitationState.Settling);
            foreach (var invitation in left.OrderBy(x => x.PersonId, StringComparer.Ordinal))
            {
                await handshake.ApplyAsync(db, invitation, InvitationEvent.WasLeftOut, cancellationToken);
            }

            (round.State, round.SettledAt) = (RoundState.Settled, clock.GetCurrentInstant());
            await DueTasks.RemoveAsync(db, DueTaskKind.SettleRound, round.Id, cancellationToken);
        },
        cancellationToken);

    // All meetings are made before any invitation counts as settled: in a pool with two sides somebody may be in several.
    private MeetingRow? Connect(
        ConnectDb db, Round round, PoolOptions pool, SettledGroup group, Dictionary<string, Invitation> invitations,
        IReadOnlyDictionary<PersonPair, WaitingSeason> inSeason)
    {
        // Someone may have left while the calendars were read; one person alone cannot meet.
        var present = group.Members.Where(member => invitations.GetValueOrDefault(member.Id)?.State == InvitationState.Settling).ToList();
        if (present.Count < 2)
        {
            return null;
        }

        var time = new Core.Availability.Week(round.Monday).Of(group.Slot);
        var core = Meeting.Settle([.. present.Select(member => (member.Id, invitations[member.Id].State))], time);
        var season = present is [var one, var other] ? inSeason.GetValueOrDefault(new PersonPair(one.Id, other.Id)) : null;
        var random = new Random(RoundSeed.Of(round, group.Members[0].Id));
        var row = new MeetingRow
        {
            Id = clock.NewId(), RoundId = round.Id, PoolId = round.PoolId, State = core.State,
            Offer = OfferChoice.Of(
                group with { Members = [.. present] }, present.Select(member => invitations[member.Id].Offer), pool.Offer),
            Monday = round.Monday, StartsAt = core.Time.Start, Minutes = 15 * group.Slot.Length, Office = group.Place.Office,
            OpenerId = group.HostId ?? present[random.Next(present.Count)].Id,
            SeasonOf = season?.First, SeasonTime = season?.NextTime,
            IsOpenTable = round.Kind == RoundKind.OpenTable || present.Count > 3,
            AcrossDepartments = MeetingKind.IsAcrossDepartments(present),
            Question = random.Next(Texts.For(null).Questions.Count),
        };
        foreach (var member in core.Members)
        {
            row.Members.Add(new MemberRow { ConnectionId = row.Id, PersonId = member.Id, Nonce = Nonce.New() });
        }

        db.Meetings.Add(row);
        return row;
    }

    private async Task WriteAsync(
        ConnectDb db, MeetingRow row, Dictionary<string, Invitation> invitations, CancellationToken cancellationToken)
    {
        foreach (var invitation in row.Members.Select(member => invitations[member.PersonId]))
        {
            // Of several meetings, the first one.
            invitation.ConnectionId ??= row.Id;
            await handshake.ApplyAsync(db, invitation, InvitationEvent.WasSettled, cancellationToken);
        }

        await tasks.SetAsync(db, DueTaskKind.ArrangeConnection, row.Id, clock.GetCurrentInstant(), cancellationToken);
    }
}
