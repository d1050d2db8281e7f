using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>
/// Two people for a newcomer to start with: they share free time in the first week, are likely to be matched and, if possible,
/// speak different languages.
/// </summary>
internal static class SuggestedPair
{
    // Enough to find a good pair without reading an organisation of a million people.
    private const int MostRead = 200;
    private const int DaysRead = 7;
    private const int SlotsPerDay = 16;

    private static readonly LocalTime Opening = new(9, 0);
    private static readonly Duration Slot = Duration.FromMinutes(30);

    public static IReadOnlyList<string> Of(SandboxTenant tenant)
    {
        var people = tenant.People;
        var able = people.All.Where(person => person is { HasMailbox: true, Enabled: true }).Take(MostRead)
            .DefaultIfEmpty(people.All[0]).ToList();
        var free = able.ToDictionary(person => person.ObjectId, person => FreeSlots(tenant, person));
        var usualZone = able.CountBy(person => person.Zone).MaxBy(count => count.Value).Key;
        var left = able
            .OrderByDescending(person => person.Language.StartsWith("nl", StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(person => person.Zone == usualZone)
            .ThenByDescending(person => free[person.ObjectId].Count)
            .First();
        var right = able
            .Where(person => person.Id != left.Id)
            .OrderByDescending(person => Score(left, person))
            .ThenByDescending(person => free[person.ObjectId].Intersect(free[left.ObjectId]).Count())
            .FirstOrDefault();
        return [left.Id, (right ?? people.All.FirstOrDefault(person => person.Id != left.Id) ?? left).Id];
    }

    private static int Score(Person left, Person right) =>
        (right.ManagerId != left.Id && left.ManagerId != right.Id ? 8 : 0)
        + (right.Office == left.Office ? 4 : right.Zone == left.Zone ? 2 : 0)
        + (right.Department != left.Department ? 2 : 0)
        + (right.Language != left.Language ? 1 : 0);

    private static HashSet<Instant> FreeSlots(SandboxTenant tenant, Person person)
    {
        var busy = tenant.Calendar.EventsOf(person, tenant.Now, tenant.Now + Duration.FromDays(DaysRead))
            .Where(item => item.Status >= BusyStatus.Tentative).ToList();
        return
        [
            .. from day in Enumerable.Range(0, DaysRead).Select(tenant.Now.InZone(person.TimeZone).Date.PlusDays)
               where day.DayOfWeek <= IsoDayOfWeek.Friday
               from index in Enumerable.Range(0, SlotsPerDay)
               let slot = person.TimeZone.AtLeniently(day.At(Opening)).ToInstant() + (Slot * index)
               where !busy.Any(item => item.Start < slot + Slot && slot < item.End)
               select slot,
        ];
    }
}
