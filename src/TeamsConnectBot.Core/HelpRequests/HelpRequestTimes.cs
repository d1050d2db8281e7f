using TeamsConnectBot.Core.Meetings;

namespace TeamsConnectBot.Core.HelpRequests;

/// <summary>
/// When colleagues are asked, and when the asker hears at the latest. All of it is fixed at sending, so no moment depends on an answer.
/// </summary>
/// <param name="HearsBy">The moment that is announced to the asker; it leaves time to meet before the deadline.</param>
/// <param name="Waves">When the three waves go out, in order; nobody is told.</param>
public sealed record HelpRequestTimes(Instant HearsBy, ImmutableArray<Instant> Waves)
{
    /// <summary>The least time between a yes and the meeting.</summary>
    public static readonly Duration Notice = Duration.FromMinutes(30);

    // Shorter, and nobody could be asked in peace.
    private static readonly Duration ShortestWait = Duration.FromMinutes(90);

    // Whoever asks for something next week wants to know sooner than that.
    private static readonly Duration LongestWait = Duration.FromHours(16);

    // As shares of the time until the asker hears. Within a day the waves come sooner, so that those who are asked last have time too.
    private static readonly (double Second, double Third) Usual = (0.33, 0.66);
    private static readonly (double Second, double Third) WithinADay = (0.25, 0.45);
    private const double Spread = 0.08;

    private static readonly Duration Day = Duration.FromHours(8);

    private static readonly Duration FirstDelay = Duration.FromMinutes(2);
    private static readonly Duration FirstJitter = Duration.FromMinutes(8);

    /// <summary>The earliest deadline that a question can have.</summary>
    /// <param name="now">The present.</param>
    /// <param name="minutes">How long the meeting takes.</param>
    /// <param name="pool">The pool's working days and hours.</param>
    public static Instant EarliestDeadline(Instant now, int minutes, PoolCalendar pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return pool.AfterWorking(ShortestWait + Notice + Duration.FromMinutes(minutes), now);
    }

    /// <summary>The moment by which the asker hears.</summary>
    /// <param name="now">When the question would be sent.</param>
    /// <param name="deadline">When the meeting must be over.</param>
    /// <param name="minutes">How long the meeting takes.</param>
    /// <param name="pool">The pool's working days and hours.</param>
    /// <returns>Null when the deadline is too soon; see <see cref="EarliestDeadline"/>.</returns>
    public static Instant? HearsByFor(Instant now, Instant deadline, int minutes, PoolCalendar pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        if (deadline < EarliestDeadline(now, minutes, pool))
        {
            return null;
        }

        var available = pool.WorkingTimeIn(new Interval(now, deadline));
        var meeting = Notice + Duration.FromMinutes(minutes);
        var wait = Duration.Min(Duration.Min(available * 2 / 3, available - meeting), LongestWait);
        return OnTheQuarter(pool.AfterWorking(wait, now));
    }

    /// <summary>Plans a question.</summary>
    /// <param name="sentAt">When it is sent.</param>
    /// <param name="hearsBy">The moment that its author was told; see <see cref="HearsByFor"/>.</param>
    /// <param name="pool">The pool's working days and hours.</param>
    /// <param name="seed">Decides the jitter.</param>
    public static HelpRequestTimes Plan(Instant sentAt, Instant hearsBy, PoolCalendar pool, int seed)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var wait = pool.WorkingTimeIn(new Interval(sentAt, hearsBy));
        var random = new Random(seed);
        var first = FirstDelay + FirstJitter * random.NextDouble();
        var shares = wait < Day ? WithinADay : Usual;
        var second = wait * (shares.Second + Spread * (random.NextDouble() - 0.5));
        var third = wait * (shares.Third + Spread * (random.NextDouble() - 0.5));
        return new HelpRequestTimes(hearsBy, [.. new[] { first, second, third }.Select(after => pool.AfterWorking(after, sentAt))]);
    }

    private static Instant OnTheQuarter(Instant moment) =>
        Instant.FromUnixTimeSeconds(moment.ToUnixTimeSeconds() / 900 * 900);
}
