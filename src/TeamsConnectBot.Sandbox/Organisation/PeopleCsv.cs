using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary><c>people.csv</c>: <c>id,name,department,office,manager,language,zone,remoteDays</c>; all but the id may be empty.</summary>
internal static class PeopleCsv
{
    private const string DefaultZone = "Europe/Amsterdam";

    public static ImmutableArray<Person> Read(string path, List<string> warnings)
    {
        using var table = CsvTable.Open(path, "id")!;
        var addresses = new MailAddresses();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var people = ImmutableArray.CreateBuilder<Person>();
        while (table.Next())
        {
            var id = table.Required("id");
            if (!lines.TryAdd(id, table.Line))
            {
                throw table.Wrong("id", $"'{id}' is already on line {lines[id]}");
            }

            people.Add(ReadPerson(table, id, addresses));
        }

        if (people.Count == 0)
        {
            throw new OrganisationFormatException($"{Path.GetFileName(path)} names nobody.");
        }

        return WithoutUnknownManagers(people, lines, warnings);
    }

    private static Person ReadPerson(CsvTable table, string id, MailAddresses addresses)
    {
        var name = table.Field("name") ?? id;
        var zone = ReadZone(table);
        var address = addresses.Take(id.Contains('@', StringComparison.Ordinal) ? id : name);
        return new Person
        {
            Id = id,
            ObjectId = NameBasedGuid.Of(id),
            Name = name,
            UserPrincipalName = address,
            Mail = address,
            Department = table.Field("department"),
            Office = table.Field("office"),
            ManagerId = table.Field("manager"),
            Language = table.Field("language") ?? (zone is DefaultZone or "Europe/Brussels" ? "nl" : "en"),
            Zone = zone,
            ZoneForm = ZoneForm.Windows,
            RemoteDays = ReadDays(table),
            HasLicence = true,
        };
    }

    private static string ReadZone(CsvTable table)
    {
        if (table.Field("zone") is not { } zone)
        {
            return DefaultZone;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null)
        {
            return zone;
        }

        return TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(zone, out var tzdb)
            ? tzdb
            : throw table.Wrong("zone", $"'{zone}' is no time zone; write one such as {DefaultZone}, or nothing");
    }

    private static Weekdays ReadDays(CsvTable table)
    {
        var days = Weekdays.None;
        foreach (var word in (table.Field("remoteDays") ?? "").Split([' ', ',', ';', '|', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            days |= ReadDay(word) ?? throw table.Wrong("remoteDays", $"'{word}' is no day; write days such as Mon Fri");
        }

        return days;
    }

    private static Weekdays? ReadDay(string word) => word.ToLowerInvariant()[..Math.Min(2, word.Length)] switch
    {
        "mo" or "ma" => Weekdays.Monday,
        "tu" or "di" => Weekdays.Tuesday,
        "we" or "wo" => Weekdays.Wednesday,
        "th" or "do" => Weekdays.Thursday,
        "fr" or "vr" => Weekdays.Friday,
        "sa" or "za" => Weekdays.Saturday,
        "su" or "zo" => Weekdays.Sunday,
        _ => null,
    };

    private static ImmutableArray<Person> WithoutUnknownManagers(ImmutableArray<Person>.Builder people, Dictionary<string, int> lines, List<string> warnings)
    {
        var wrong = 0;
        string? first = null;
        for (var index = 0; index < people.Count; index++)
        {
            var person = people[index];
            if (person.ManagerId is not { } manager || (lines.ContainsKey(manager) && manager != person.Id))
            {
                continue;
            }

            wrong++;
            first ??= $"'{manager}' on line {lines[person.Id]}";
            people[index] = person with { ManagerId = null };
        }

        if (wrong > 0)
        {
            warnings.Add($"people.csv: {wrong} managers are not in the file (the first: {first}); these people have none.");
        }

        return people.ToImmutable();
    }
}
