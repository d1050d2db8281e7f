using System.Collections.Immutable;
using System.Globalization;
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
        using var table = CsvTable.Open(path, ["id"], "name", "department", "office", "manager", "language", "zone", "remoteDays")!;
        warnings.AddRange(table.Remarks);
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
            throw new OrganisationFormatException($"{Path.GetFileName(path)} names nobody: there is no line below its header.");
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
            Language = ReadLanguage(table) ?? (zone is DefaultZone or "Europe/Brussels" ? "nl" : "en"),
            Zone = zone,
            ZoneForm = ZoneForm.Windows,
            RemoteDays = ReadDays(table),
            HasLicence = true,
        };
    }

    // A language as Graph has it in preferredLanguage.
    private static string? ReadLanguage(CsvTable table)
    {
        if (table.Field("language") is not { } name)
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            throw table.Wrong("language", $"'{name}' is no language; write one such as nl, en or nl-NL, or nothing");
        }
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
            days |= ReadDay(word)
                ?? throw table.Wrong("remoteDays", $"'{word}' is no day; write days such as 'Mon Fri' or 'maandag vrijdag'");
        }

        return days;
    }

    private static Weekdays? ReadDay(string word) => word.TrimEnd('.').ToLowerInvariant() switch
    {
        "mo" or "mon" or "monday" or "ma" or "maandag" => Weekdays.Monday,
        "tu" or "tue" or "tues" or "tuesday" or "di" or "dinsdag" => Weekdays.Tuesday,
        "we" or "wed" or "wednesday" or "wo" or "woe" or "woensdag" => Weekdays.Wednesday,
        "th" or "thu" or "thur" or "thurs" or "thursday" or "do" or "don" or "donderdag" => Weekdays.Thursday,
        "fr" or "fri" or "friday" or "vr" or "vrij" or "vrijdag" => Weekdays.Friday,
        "sa" or "sat" or "saturday" or "za" or "zat" or "zaterdag" => Weekdays.Saturday,
        "su" or "sun" or "sunday" or "zo" or "zon" or "zondag" => Weekdays.Sunday,
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
