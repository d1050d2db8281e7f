using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Core.Tests.Matching.Simulation;

/// <summary>
/// A made-up organisation: office sizes follow Zipf's law, each manager has eight reports, local days run from 08:00 to 17:00 with
/// lognormal busy hours (median 14 per week), and 35 % also meet online. Everyone gets a new calendar every week.
/// </summary>
internal sealed class Town
{
    private const int DayQuarters = 36;
    private const int FirstQuarter = 32;
    private static readonly int[] MeetingQuarters = [2, 2, 2, 3, 4, 4, 4, 6, 8];
    private static readonly int[] ZoneHours = [1, 0, -5, 8, 2];

    private readonly Random random;
    private readonly Person[] people;
    private readonly int officeDays;

    public Town(int size, int seed, double online = 0.35, int officeDays = 5, int? offices = null, bool oneZone = true)
    {
        random = new Random(seed);
        this.officeDays = officeDays;
        var officeShares = Zipf(offices ?? Math.Max(3, (int)Math.Round(0.2 * Math.Sqrt(size))), 1);
        var departmentShares = Zipf(Math.Clamp((int)Math.Round(Math.Cbrt(size)), 3, 60), 0.7);
        var departments = new Dictionary<int, List<int>>();
        people = new Person[size];
        for (var index = 0; index < size; index++)
        {
            var (office, department) = (Draw(officeShares), Draw(departmentShares));
            if (!departments.TryGetValue(department, out var colleagues))
            {
                departments[department] = colleagues = [];
            }

            int? manager = colleagues.Count == 0 ? null : colleagues[(colleagues.Count - 1) / 8];
            colleagues.Add(index);
            var zoneHours = oneZone ? 1 : ZoneHours[office % ZoneHours.Length];
            people[index] = new Person(office, department, manager, random.NextDouble() < online, zoneHours, random.Next(1001));
        }
    }

    public static string IdOf(int person) => $"person-{person:D6}";

    /// <summary>Everyone, with a new calendar.</summary>
    public PoolMember[] NextWeek(IReadOnlyDictionary<string, int>? turnsLeftOut = null) =>
        [.. people.Select((person, index) => Member(person, index, turnsLeftOut))];

    private PoolMember Member(Person person, int index, IReadOnlyDictionary<string, int>? turnsLeftOut) => new()
    {
        Id = IdOf(index),
        Office = $"office-{person.Office}",
        Department = $"department-{person.Department}",
        ManagerId = person.Manager is { } manager ? IdOf(manager) : null,
        Zone = DateTimeZone.ForOffset(Offset.FromHours(person.ZoneHours)),
        Languages = random.NextDouble() < 0.85 ? ["en", "nl"] : ["en"],
        OfficeDays = [.. Enumerable.Range(1, 5).OrderBy(_ => random.Next()).Take(officeDays).Select(day => (IsoDayOfWeek)day)],
        AcceptsOnline = person.Online,
        Free = Calendar(person.ZoneHours),
        Need = person.Need,
        TurnsLeftOut = turnsLeftOut?.GetValueOrDefault(IdOf(index)) ?? 0,
    };

    private WeekAvailability Calendar(int zoneHours)
    {
        var busy = new bool[5 * DayQuarters];
        var load = Math.Min(172, (int)(4 * 14 * Math.Exp(0.6 * Normal())));
        var taken = 0;
        for (var guard = 0; taken < load && guard < 2000; guard++)
        {
            var (start, length) = (random.Next(busy.Length), MeetingQuarters[random.Next(MeetingQuarters.Length)]);
            var end = Math.Min(start + length, ((start / DayQuarters) + 1) * DayQuarters);
            for (var quarter = start; quarter < end; quarter++)
            {
                taken += busy[quarter] ? 0 : 1;
                busy[quarter] = true;
            }
        }

        return WeekAvailability.FromSlots(Enumerable.Range(0, busy.Length).Where(quarter => !busy[quarter])
            .Select(quarter => quarter / DayQuarters * Week.QuarterHoursADay + FirstQuarter + quarter % DayQuarters - (4 * zoneHours))
            .Where(quarter => quarter is >= 0 and < Week.QuarterHours)
            .Select(quarter => new Slot(quarter, 1)));
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double[] Zipf(int count, double exponent)
    {
        var shares = Enumerable.Range(1, count).Select(rank => 1 / Math.Pow(rank, exponent)).ToArray();
        var sum = 0.0;
        return Array.ConvertAll(shares, share => sum += share / shares.Sum());
    }

    private int Draw(double[] cumulative)
    {
        var at = random.NextDouble();
        var found = Array.FindIndex(cumulative, share => at < share);
        return found < 0 ? cumulative.Length - 1 : found;
    }

    private sealed record Person(int Office, int Department, int? Manager, bool Online, int ZoneHours, int Need);
}
