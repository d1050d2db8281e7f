using System.Collections.Frozen;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>An organisation read from CSV files in a folder: people, and optionally busy time and AI use.</summary>
internal static class OrganisationFolder
{
    /// <exception cref="OrganisationFormatException">A file is missing or invalid; the message names the file, line and column.</exception>
    public static OrganisationData Read(string folder)
    {
        var peopleFile = Path.Combine(folder, "people.csv");
        if (!File.Exists(peopleFile))
        {
            throw new OrganisationFormatException($"There is no people.csv in {folder}.");
        }

        var warnings = new List<string>();
        var people = PeopleCsv.Read(peopleFile, warnings);
        var byId = people.ToFrozenDictionary(person => person.Id, StringComparer.Ordinal);
        var busy = BusyCsv.Read(Path.Combine(folder, "busy.csv"), byId, warnings);
        return new OrganisationData(people, busy.Of, AiUseCsv.Read(Path.Combine(folder, "aiuse.csv"), byId, warnings))
        {
            FirstDay = busy.FirstDay,
            Warnings = [.. warnings],
        };
    }
}
