using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Participants;

/// <summary>Begins and ends pauses. A pause ends by itself; the person is told on the working day before.</summary>
internal sealed class Pauses(Outbox outbox, MessageHold hold, TimeProvider clock)
{
    private static readonly Duration Longest = Duration.FromDays(365);

    public Task BeginAsync(ConnectDb db, Participant person, Duration length, CancellationToken cancellationToken) =>
        SetAsync(db, person, clock.GetCurrentInstant() + Duration.Min(length, Longest), cancellationToken);

    /// <summary>How long a pause lasts from now when it is made longer; one that ended begins again.</summary>
    public Duration Lengthened(Participant person, Duration by) =>
        by + (person.PausedUntil is { } until && clock.GetCurrentInstant() is var now && until > now ? until - now : Duration.Zero);

    /// <summary>Whether the person is told before their pause ends.</summary>
    public static async Task<bool> IsToldAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        var (subject, sequence) = (SubjectOf(person), person.PausedUntil is { } until ? SequenceOf(until) : 0);
        var message = db.Messages.Local.FirstOrDefault(IsIt)
            ?? await db.Messages.FirstOrDefaultAsync(
                row => row.PersonId == person.PersonId && row.Kind == MessageKind.PauseEnding && row.SubjectId == subject
                    && row.Sequence == sequence,
                cancellationToken);
        return message is { State: not MessageState.Dropped };

        bool IsIt(Message row) => row.Kind == MessageKind.PauseEnding && row.SubjectId == subject && row.Sequence == sequence;
    }

    /// <summary>Ends a pause. Its end is kept while their days with Copilot count: a report may still name days of it.</summary>
    public async Task EndAsync(ConnectDb db, Participant person, CancellationToken cancellationToken)
    {
        if (person.SourcesAllowedAt is null)
        {
            person.PausedUntil = null;
        }
        else if (person.PausedUntil > clock.GetCurrentInstant())
        {
            person.PausedUntil = clock.GetCurrentInstant();
        }

        await Outbox.DropPlannedAsync(db, SubjectOf(person), [MessageKind.PauseEnding], cancellationToken);
    }

    private async Task SetAsync(ConnectDb db, Participant person, Instant until, CancellationToken cancellationToken)
    {
        await EndAsync(db, person, cancellationToken);
        person.PausedUntil = until;

        if (ToldAt(person, until) is { } at)
        {
            await outbox.AddAsync(db, person, MessageKind.PauseEnding, SubjectOf(person), SequenceOf(until), at, cancellationToken);
        }
    }

    // When the last working day before the end begins. A pause without such a day to come needs no message about its end.
    private Instant? ToldAt(Participant person, Instant until)
    {
        var (limits, now) = (hold.LimitsOf(person), clock.GetCurrentInstant());
        var zone = limits.Hours.Zone;
        var today = now.InZone(zone).Date;
        for (var day = until.InZone(zone).Date.PlusDays(-1); day >= today; day = day.PlusDays(-1))
        {
            if (SendingWindow.Next(zone.AtStartOfDay(day).ToInstant(), limits) is { } moment && moment.InZone(zone).Date == day)
            {
                return moment > now ? moment : null;
            }
        }

        return null;
    }

    private static int SequenceOf(Instant until) => (int)(until.ToUnixTimeSeconds() / 60);

    private static Guid SubjectOf(Participant person) => PersonalCards.RefOf(person).Id;
}
