using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>A realistic organisation of any size, always the same for the same seed.</summary>
internal static class GeneratedOrganisation
{
    private const int Span = 8;

    private static readonly string[] Departments =
    [
        "Operations", "Engineering", "Customer Care", "Sales", "Finance", "Research", "Facilities", "People", "Marketing", "Legal",
        "Security", "Communications",
    ];

    // Zipf's law: the second department is half as large as the first, the third a third of it, and so on.
    private static readonly double[] DepartmentWeights = [.. Enumerable.Range(1, Departments.Length).Select(rank => 1.0 / rank)];
    private static readonly double[] SiteWeights = [.. OfficeSite.All.Select(site => site.Share)];

    public static OrganisationData Create(int size, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var random = new SeededRandom(SeededRandom.Mix(seed, 1));
        var addresses = new MailAddresses();
        var members = Departments.Select(_ => new List<string>()).ToArray();
        var people = ImmutableArray.CreateBuilder<Person>(size);
        for (var index = 0; index < size; index++)
        {
            var department = random.PickWeighted(DepartmentWeights);
            var person = Draw(index, ref random, addresses);
            people.Add(EdgeCasePeople.Apply(index, size, person) with
            {
                Department = Departments[department],
                ManagerId = index == 0 ? null : ManagerIn(members[department], people[0].Id),
            });
            members[department].Add(person.Id);
        }

        var busy = new GeneratedBusyTime(SeededRandom.Mix(seed, 2));
        var aiUse = new GeneratedAiUse(SeededRandom.Mix(seed, 3));
        return new OrganisationData(people.MoveToImmutable(), busy.Of, aiUse.On);
    }

    // A department is a tree filled level by level, in which everybody manages at most eight people. Its head reports to the director.
    private static string ManagerIn(List<string> department, string director) =>
        department.Count == 0 ? director : department[(department.Count - 1) / Span];

    private static Person Draw(int index, ref SeededRandom random, MailAddresses addresses)
    {
        var site = OfficeSite.All[random.PickWeighted(SiteWeights)];
        var local = random.Chance(site.LocalShare);
        var name = PersonNames.Draw(ref random, local && site.LocalLanguage.StartsWith("nl", StringComparison.Ordinal));
        var address = addresses.Take(name);
        return new Person
        {
            Id = $"p{index + 1:D4}",
            ObjectId = NameBasedGuid.Of($"p{index + 1:D4}"),
            Name = name,
            UserPrincipalName = address,
            Mail = address,
            Office = random.Chance(0.96) ? site.City : null,
            Language = local ? site.LocalLanguage : "en-GB",
            Zone = site.Zone,
            ZoneForm = random.Chance(0.8) ? ZoneForm.Windows : ZoneForm.Iana,
            WorkingHours = DrawHours(ref random),
            RemoteDays = DrawRemoteDays(ref random),
            HasLicence = random.Chance(0.8),
        };
    }

    private static WorkSchedule DrawHours(ref SeededRandom random)
    {
        var start = new LocalTime(8, 0).PlusMinutes(30 * random.Next(4));
        var off = random.Chance(0.25)
            ? random.Pick([Weekdays.Wednesday, Weekdays.Friday, Weekdays.Wednesday | Weekdays.Friday, Weekdays.Monday])
            : Weekdays.None;
        return new WorkSchedule(Weekdays.WorkWeek & ~off, start, start.PlusMinutes(8 * 60 + 30));
    }

    private static Weekdays DrawRemoteDays(ref SeededRandom random)
    {
        var days = Weekdays.None;
        for (var left = random.PickWeighted([0.3, 0.3, 0.25, 0.15]); left > 0; left--)
        {
            days |= (Weekdays)(1 << random.Next(5));
        }

        return days;
    }
}
