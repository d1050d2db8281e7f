using NodaTime;
using TeamsConnectBot.Sandbox.Clock;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.BrowserTests.Demo;

/// <summary>A tenant of six people with a fixed week, so that tests know what the page must show.</summary>
internal static class DemoTenant
{
    public const string Anouk = "anouk";
    public const string Daniel = "daniel";

    /// <summary>Monday 23 November 2026, nine o'clock in Amsterdam.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 8, 0);

    public static (SandboxTenant Tenant, ServiceChannel Channel) Create()
    {
        var identity = new TenantIdentity
        {
            TenantId = new Guid("0f0e0d0c-0000-4000-8000-000000000001"),
            AppId = new Guid("0f0e0d0c-0000-4000-8000-000000000002"),
            GroupId = new Guid("0f0e0d0c-0000-4000-8000-000000000003"),
            ClientSecret = "not a secret",
            ServiceMailbox = "koffie@sandbox.example",
        };
        var clock = new SandboxClock(Start.ToDateTimeOffset());
        var channel = new ServiceChannel(identity, new ChannelTokens(identity), clock);
        return (new SandboxTenant(new OrganisationData([.. People()], Busy, (person, _) => person.Id == Anouk), clock, identity), channel);
    }

    private static IEnumerable<Person> People() =>
    [
        NewPerson(1, Anouk, "Anouk van der Meer", "Onderzoek", "Utrecht", "nl-NL") with { RemoteDays = Weekdays.Friday, HasLicence = true },
        NewPerson(2, Daniel, "Daniel O’Connor", "Facilities", "Utrecht", "en-GB") with { HasLicence = true },
        NewPerson(3, "fatima", "Fatima el Idrissi", "Onderzoek", "Utrecht", "nl-NL"),
        NewPerson(4, "jeroen", "Jeroen Bakker", "Financiën", "Groningen", "nl-NL"),
        NewPerson(5, "priya", "Priya Raghunathan", "Software", "Bengaluru", "en-GB") with { Zone = "Asia/Kolkata" },
        NewPerson(6, "wim", "Wim de Boer", "Magazijn", "Groningen", "nl-NL") with { Mail = null },
    ];

    private static Person NewPerson(byte number, string id, string name, string department, string office, string language) => new()
    {
        Id = id,
        ObjectId = new Guid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, number),
        Name = name,
        UserPrincipalName = $"{id}@sandbox.example",
        Mail = $"{id}@sandbox.example",
        Department = department,
        Office = office,
        Language = language,
        Zone = "Europe/Amsterdam",
    };

    // The days count from Monday; the hours are hours after midnight.
    private static IEnumerable<BusyBlock> Busy(Person person, Instant from, Instant to)
    {
        (int Day, double Start, double End)[] blocks = person.Id == Anouk
            ? [(0, 10, 11), (0, 13, 14.5), (1, 9, 9.5), (1, 11, 12), (2, 14, 16), (3, 9, 10.5), (3, 13, 14), (4, 10, 12)]
            : [(0, 9, 9.5), (0, 11, 12), (1, 13, 15), (2, 9, 12), (3, 11, 12), (3, 15.5, 17), (4, 9, 9.25), (4, 14, 15)];
        var monday = new LocalDate(2026, 11, 23).AtStartOfDayInZone(person.TimeZone).ToInstant();
        return blocks.Select(block => new BusyBlock(At(block.Day, block.Start), At(block.Day, block.End), BusyStatus.Busy))
            .Append(new BusyBlock(At(4, 0), At(5, 0), BusyStatus.WorkingElsewhere, AllDay: true))
            .Where(block => !block.AllDay || person.RemoteDays != Weekdays.None)
            .Where(block => block.Start < to && from < block.End);

        Instant At(int day, double hour) => monday + Duration.FromDays(day) + Duration.FromHours(hour);
    }
}
