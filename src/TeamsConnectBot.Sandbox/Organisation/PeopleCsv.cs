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
        var people = new List<Person>();
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
            throw new OrganisationFormatException($"{Path.GetFileName(path)} names nobody: there is no row below its header.");
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

    // A language tag, as in Graph's preferredLanguage.
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
            throw table.Wrong("language", $"'{name}' is not a language; write one such as nl, en or nl-NL, or nothing");
        }
    }

    private static string ReadZone(CsvTable table)
    {
        if (table.Field("zone") is not { } zone)
        {
            return DefaultZone;
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
            ? zone
            : ZoneLookup.Find(zone)?.Id
            ?? throw table.Wrong("zone", $"'{zone}' is not a time zone; write one such as {DefaultZone}, or nothing");
    }

    private static Weekdays ReadDays(CsvTable table)
    {
        var words = (table.Field("remoteDays") ?? "").Split([' ', ',', ';', '|', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Aggregate(Weekdays.None, (days, word) => days | (ReadDay(word)
            ?? throw table.Wrong("remoteDays", $"'{word}' is not a day; write days such as 'Mon Fri' or 'maandag vrijdag'")));
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

    private static ImmutableArray<Person> WithoutUnknownManagers(
        IReadOnlyCollection<Person> people, Dictionary<string, int> lines, List<string> warnings)
    {
        bool HasUnknownManager(Person person) => person.ManagerId is { } manager && (manager == person.Id || !lines.ContainsKey(manager));
        if (people.FirstOrDefault(HasUnknownManager) is { } first)
        {
            warnings.Add(
                $"people.csv: {people.Count(HasUnknownManager)} managers are not in the file "
                + $"(the first: '{first.ManagerId}' on line {lines[first.Id]}); these people have none.");
        }

        return [.. people.Select(person => HasUnknownManager(person) ? person with { ManagerId = null } : person)];
    }
}
