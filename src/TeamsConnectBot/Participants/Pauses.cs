using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Participants;

/// <summary>Begins, extends and ends pauses. A pause ends by itself; the person is told the day before.</summary>
internal sealed class Pauses(Outbox outbox, TimeProvider clock)
{
    private static readonly Duration Longest = Duration.FromDays(365);
    private static readonly Duration SaidBefore = Duration.FromDays(1);

    public Task BeginAsync(ConnectDb db, Participant person, Duration length, CancellationToken cancellationToken) =>
        SetAsync(db, person, clock.GetCurrentInstant() + Duration.Min(length, Longest), cancellationToken);

    public Task LengthenAsync(ConnectDb db, Participant person, Duration by, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var from = person.PausedUntil is { } until && until > now ? until : now;
        return SetAsync(db, person, Instant.Min(from + by, now + Longest), cancellationToken);
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

        // A pause of a day or less needs no message about its end.
        if (until - SaidBefore > clock.GetCurrentInstant())
        {
            var sequence = (int)(until.ToUnixTimeSeconds() / 60);
            await outbox.AddAsync(db, person, MessageKind.PauseEnding, SubjectOf(person), sequence, until - SaidBefore, cancellationToken);
        }
    }

    private static Guid SubjectOf(Participant person) => PersonalCards.RefOf(person).Id;
}
