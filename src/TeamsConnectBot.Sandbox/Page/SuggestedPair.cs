using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>
/// Two people for a newcomer to start with. In the week of the first round they share free time; the first works with AI nearly every
/// day, they are likely to be matched and, if possible, they speak different languages.
/// </summary>
internal static class SuggestedPair
{
    // Enough to find a good pair without reading an organisation of a million people.
    private const int MostRead = 200;
    private const int DaysRead = 7;
    private const int SlotsPerDay = 16;

    // Enough that a card with three times has some in common.
    private const int FewestShared = 12;

    // The usage report lags two days behind, so on the morning of the round Friday is the last working day it knows of.
    private const int ReportLag = 2;
    private const int LongestWeekend = 3;
    private const int FewestReported = 5;
    private const double NearlyEveryDay = 0.8;

    private static readonly LocalTime Opening = new(9, 0);
    private static readonly Duration Slot = Duration.FromMinutes(30);

    /// <summary>
    /// The pair on a page in one language. Most of the guide happens on the left: if both work with AI that much, whoever speaks the
    /// page's language sits there.
    /// </summary>
    public static IReadOnlyList<string> Seated(SandboxTenant tenant, IReadOnlyList<string> pair, string language)
    {
        var (left, right) = (tenant.People.ById(pair[0])!, tenant.People.ById(pair[1])!);
        return !Speaks(left, language) && Speaks(right, language) && WorksWithAi(tenant, right) ? [right.Id, left.Id] : pair;
    }

    public static IReadOnlyList<string> Of(SandboxTenant tenant)
    {
        var people = tenant.People;
        var able = people.All.Where(person => person is { HasMailbox: true, Enabled: true }).Take(MostRead)
            .DefaultIfEmpty(people.All[0]).ToList();
        var free = able.ToDictionary(person => person.ObjectId, person => FreeSlots(tenant, person));
        var usualZone = able.CountBy(person => person.Zone).MaxBy(count => count.Value).Key;
        var left = able
            .OrderByDescending(person => WorksWithAi(tenant, person) && HasTime(free[person.ObjectId]))
            .ThenByDescending(person => Speaks(person, "nl"))
            .ThenByDescending(person => person.Zone == usualZone)
            .ThenByDescending(person => free[person.ObjectId].Count)
            .First();
        var right = able
            .Where(person => person.Id != left.Id)
            .OrderByDescending(person => HasTime(Shared(person)))
            .ThenByDescending(person => Score(left, person) + (WorksWithAi(tenant, person) ? 4 : 0))
            .ThenByDescending(person => Shared(person).Count)
            .FirstOrDefault();
        return [left.Id, (right ?? people.All.FirstOrDefault(person => person.Id != left.Id) ?? left).Id];

        HashSet<Instant> Shared(Person person) => [.. free[person.ObjectId].Intersect(free[left.ObjectId])];
    }

    private static bool Speaks(Person person, string language) => person.Language.StartsWith(language, StringComparison.OrdinalIgnoreCase);

    private static int Score(Person left, Person right) =>
        (right.ManagerId != left.Id && left.ManagerId != right.Id ? 32 : 0)
        + (right.Zone == left.Zone ? 16 : 0)
        + (right.Language[..2] != left.Language[..2] ? 8 : 0)
        + (right.HasLicence ? 4 : 0)
        + (right.Office == left.Office ? 2 : 0)
        + (right.Department != left.Department ? 1 : 0);

    // With an hour in one piece, which working side by side takes.
    private static bool HasTime(HashSet<Instant> slots) => slots.Count >= FewestShared && slots.Any(slot => slots.Contains(slot + Slot));

    // What the report will have told by the round.
    private static bool WorksWithAi(SandboxTenant tenant, Person person)
    {
        var today = tenant.Now.InZone(person.TimeZone).Date;
        var reported = Enumerable.Range(0, Period.DaysBetween(today, WeekOfRound(tenant, person)) + LongestWeekend - ReportLag + 1)
            .Select(day => today.PlusDays(day - LongestWeekend))
            .Where(day => person.WorkingHours.Days.Contains(day.DayOfWeek)).ToList();
        return person.HasLicence && reported.Count >= FewestReported
            && reported.Count(day => tenant.Organisation.UsedAi(person, day)) >= NearlyEveryDay * reported.Count;
    }

    // Rounds start on Mondays at nine.
    private static LocalDate WeekOfRound(SandboxTenant tenant, Person person) =>
        tenant.Now.InZone(person.TimeZone).LocalDateTime is { DayOfWeek: IsoDayOfWeek.Monday } now && now.TimeOfDay < Opening
            ? now.Date
            : tenant.Now.InZone(person.TimeZone).Date.Next(IsoDayOfWeek.Monday);

    private static HashSet<Instant> FreeSlots(SandboxTenant tenant, Person person)
    {
        var monday = WeekOfRound(tenant, person);
        var start = monday.AtStartOfDayInZone(person.TimeZone).ToInstant();
        var busy = tenant.Calendar.EventsOf(person, start, start + Duration.FromDays(DaysRead))
            .Where(item => item.Status >= BusyStatus.Tentative).ToList();
        return
        [
            .. from day in Enumerable.Range(0, DaysRead).Select(monday.PlusDays)
               where person.WorkingHours.Days.Contains(day.DayOfWeek)
               from index in Enumerable.Range(0, SlotsPerDay)
               let begins = Opening.PlusMinutes(index * (long)Slot.TotalMinutes)
               where person.WorkingHours.Covers(begins, begins.PlusMinutes((long)Slot.TotalMinutes))
               let slot = person.TimeZone.AtLeniently(day.At(begins)).ToInstant()
               where !busy.Any(item => item.Start < slot + Slot && slot < item.End)
               select slot,
        ];
    }
}
