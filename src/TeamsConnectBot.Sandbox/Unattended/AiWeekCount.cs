using TeamsConnectBot.Sandbox.Launch;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>
/// Counts, after a run, how soon people had company after weeks that were heavy on AI. Which weeks those were comes from the tenant, who
/// met from the database.
/// </summary>
internal sealed class AiWeekCount
{
    private const int DaysInAWeek = 7;
    private const int WorkingDaysInAWeek = 5;
    private const int DaysWithout = 14;

    private readonly SandboxTenant tenant;
    private readonly LocalDate first;
    private readonly LocalDate last;
    private readonly ILookup<Guid, Instant> company;
    private readonly ILookup<Guid, Instant> invited;
    private readonly ILookup<Guid, Instant> accepted;
    private readonly Dictionary<Guid, int> invitations;
    private readonly Dictionary<Guid, int> connections;

    /// <param name="rows">The service's database.</param>
    /// <param name="tenant">The tenant after the run.</param>
    /// <param name="start">When the run started.</param>
    public AiWeekCount(StoredRows rows, SandboxTenant tenant, DateTimeOffset start)
    {
        this.tenant = tenant;
        first = Instant.FromDateTimeOffset(start).InUtc().Date;
        last = tenant.Now.InUtc().Date;
        invitations = People(rows, "SELECT PersonId FROM Invitations WHERE SentAt IS NOT NULL AND IsHost = 0")
            .CountBy(row => row.Person).ToDictionary();

        // The host of an open table has said yes beforehand.
        invited = Moments(rows, "SELECT PersonId, SentAt FROM Invitations WHERE SentAt IS NOT NULL");
        accepted = Moments(
            rows, "SELECT PersonId, SentAt FROM Invitations WHERE SentAt IS NOT NULL AND State IN ('Settled', 'LeftOut')");
        connections = People(rows, """
            SELECT m.PersonId FROM Members m JOIN Connections c ON c.Id = m.ConnectionId WHERE c.EventId IS NOT NULL
            """).CountBy(row => row.Person).ToDictionary();
        company = Moments(rows, $"""
            SELECT m.PersonId, c.StartsAt FROM Members m JOIN Connections c ON c.Id = m.ConnectionId
            WHERE m.Coming = 1 AND c.Id IN ({Scoreboard.TookPlace})
            """);
    }

    public AiGroup Of(IReadOnlyCollection<Guid> people)
    {
        var waits = people.Select(id => tenant.People.ByObjectId(id)!).SelectMany(WaitsOf).OrderBy(wait => wait.WorkingDays).ToList();
        var median = waits.Count == 0 ? int.MaxValue : waits[waits.Count / 2].WorkingDays;
        var invited = people.Sum(person => invitations.GetValueOrDefault(person));
        return new AiGroup(
            people.Count, invited, Ratio(invited, people.Count), people.Sum(person => connections.GetValueOrDefault(person)), waits.Count,
            median == int.MaxValue ? null : median, Ratio(waits.Count(wait => wait.WorkingDays <= WorkingDaysInAWeek), waits.Count),
            Ratio(waits.Count(wait => wait.Invited), waits.Count), Ratio(waits.Count(wait => wait.SaidYes), waits.Count),
            Ratio(waits.Count(wait => wait.Days > DaysWithout), waits.Count));
    }

    private IEnumerable<Wait> WaitsOf(Person person)
    {
        var sunday = first.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday)).PlusDays(DaysInAWeek - 1);
        for (; sunday.PlusDays(DaysWithout) < last; sunday = sunday.PlusDays(DaysInAWeek))
        {
            if (AiWeek.ShareOf(person, tenant.Organisation, sunday.PlusDays(1 - DaysInAWeek), sunday) >= AiWeek.HeavyFrom)
            {
                var (workingDays, days) = After(sunday, DatesOf(company));
                yield return new Wait(
                    workingDays, days, After(sunday, DatesOf(invited)).WorkingDays <= WorkingDaysInAWeek,
                    After(sunday, DatesOf(accepted)).WorkingDays <= WorkingDaysInAWeek);
            }
        }

        IEnumerable<LocalDate> DatesOf(ILookup<Guid, Instant> moments) =>
            moments[person.ObjectId].Select(at => at.InZone(person.TimeZone).Date);
    }

    private static (int WorkingDays, int Days) After(LocalDate sunday, IEnumerable<LocalDate> dates) =>
        dates.Where(day => day > sunday).Order().Cast<LocalDate?>().FirstOrDefault() is { } next
            ? (new DateInterval(sunday, next).Count(day => Weekdays.WorkWeek.Contains(day.DayOfWeek)), Period.DaysBetween(sunday, next))
            : (int.MaxValue, int.MaxValue);

    private static ILookup<Guid, Instant> Moments(StoredRows rows, string sql) =>
        People(rows, sql).ToLookup(row => row.Person, row => MomentOf(row.Values[0]));

    private static Instant MomentOf(string stored) => Instant.FromUnixTimeMilliseconds(long.Parse(stored, CultureInfo.InvariantCulture));

    private static IEnumerable<(Guid Person, string[] Values)> People(StoredRows rows, string sql) =>
        rows.Read(sql).Select(row => (Guid.Parse(row[0]), row[1..]));

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);

    /// <summary>What followed one heavy week: company, and within five working days an invitation and a yes to it.</summary>
    private readonly record struct Wait(int WorkingDays, int Days, bool Invited, bool SaidYes);
}
